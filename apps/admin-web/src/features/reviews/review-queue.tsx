import { Card, EmptyState, Skeleton, Stack } from '@mantine/core';
import type { ReviewItem } from '@rollcall/contracts';
import { IconChecklist, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../ui/load-failure.js';
import { LoadMore } from '../../ui/load-more.js';
import { ReviewCard } from './review-card.js';
import { useReview, useReviews, type ReviewFilters } from './reviews.queries.js';
import { useReviewKeys, type Asked } from './use-review-keys.js';

export function ReviewQueue({ filters }: { filters: ReviewFilters }) {
  const reviews = useReviews(filters);
  if (reviews.isPending) return <Waiting />;
  if (reviews.isError) return <LoadFailure error={reviews.error} onRetry={() => void reviews.refetch()} />;
  const items = reviews.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <NothingToDo open={filters.state === 'open'} />;
  return (
    <>
      <Cards items={items} />
      <LoadMore
        shown={items.length}
        hasMore={reviews.hasNextPage}
        loading={reviews.isFetchingNextPage}
        onMore={() => void reviews.fetchNextPage()}
      />
    </>
  );
}

function Cards({ items }: { items: ReviewItem[] }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const decide = useReview();
  const close = () => setAsked(null);
  const settle = () => {
    close();
    keys.next();
  };
  // That it was right needs no further question; everything else says first what follows from it.
  const ask = ({ checkIn }: ReviewItem, action: Asked['action']) =>
    action === 'confirm'
      ? decide.mutate({ checkInId: checkIn.id, verdict: 'confirm', note: '' }, { onSuccess: settle })
      : setAsked({ checkInId: checkIn.id, action });
  const openNote = ({ checkIn }: ReviewItem) => setAsked({ checkInId: checkIn.id, action: 'confirm' });
  const keys = useReviewKeys({ items, onAsk: ask, onNote: openNote, onEscape: close });
  return (
    <Stack gap="md">
      {items.map((item) => {
        const { id } = item.checkIn;
        const own = decide.variables?.checkInId === id;
        return (
          <ReviewCard
            key={id}
            item={item}
            current={keys.current?.checkIn.id === id}
            asked={asked?.checkInId === id ? asked.action : null}
            deciding={own && decide.isPending}
            error={own ? decide.error : null}
            onCurrent={() => keys.setCurrentId(id)}
            onAsk={(action) => ask(item, action)}
            onNote={() => openNote(item)}
            onClose={close}
            onDecide={(body) => decide.mutate({ checkInId: id, ...body }, { onSuccess: settle })}
            onEnrolled={() => setAsked({ checkInId: id, action: 'assign' })}
          />
        );
      })}
    </Stack>
  );
}

function NothingToDo({ open }: { open: boolean }) {
  const { t } = useTranslation('reviews');
  return (
    <Card>
      <EmptyState
        py={56}
        variant="light"
        icon={open ? <IconUserCheck /> : <IconChecklist />}
        title={t(open ? 'empty.open.title' : 'empty.reviewed.title')}
        description={t(open ? 'empty.open.text' : 'empty.reviewed.text')}
      />
    </Card>
  );
}

function Waiting() {
  return (
    <Stack gap="md" aria-busy="true">
      {[0, 1, 2].map((card) => (
        <Skeleton key={card} height={230} radius="lg" />
      ))}
    </Stack>
  );
}
