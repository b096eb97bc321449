import { Badge, EmptyState, Skeleton, Stack } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../ui/load-failure.js';
import { LoadMore } from '../../ui/load-more.js';
import { Section } from '../../ui/section.js';
import { CheckInList } from './check-in-list.js';
import { useFeed } from './check-ins.queries.js';
import { useLiveFeed, type LiveState } from './use-live-feed.js';
import classes from './live-feed.module.css';

export function LiveFeed() {
  const { t } = useTranslation('checkIns');
  const state = useLiveFeed();
  return (
    <Section title={t('feed.title')} description={t('feed.lead')} actions={<LiveBadge state={state} />}>
      <Feed />
    </Section>
  );
}

const COLORS: Record<LiveState, string> = { connecting: 'gray', live: 'green', interrupted: 'orange' };

function LiveBadge({ state }: { state: LiveState }) {
  const { t } = useTranslation('checkIns');
  return (
    <Badge
      role="status"
      color={COLORS[state]}
      size="lg"
      style={{ flexShrink: 0 }}
      leftSection={<span className={classes.dot} data-state={state} />}
    >
      {t(`feed.${state}`)}
    </Badge>
  );
}

function Feed() {
  const { t } = useTranslation('checkIns');
  const feed = useFeed();
  if (feed.isPending) return <Waiting />;
  if (feed.isError) return <LoadFailure error={feed.error} onRetry={() => void feed.refetch()} />;
  const records = feed.data.pages.flatMap((page) => page.items);
  if (records.length === 0) {
    return (
      <EmptyState
        py="xl"
        icon={<IconActivity />}
        title={t('feed.empty.title')}
        description={t('feed.empty.text')}
      />
    );
  }
  return (
    <>
      <CheckInList records={records} live />
      <LoadMore
        shown={records.length}
        hasMore={feed.hasNextPage}
        loading={feed.isFetchingNextPage}
        onMore={() => void feed.fetchNextPage()}
      />
    </>
  );
}

function Waiting() {
  return (
    <Stack gap="xs" aria-busy="true">
      {Array.from({ length: 6 }, (_, row) => (
        <Skeleton key={row} height={52} />
      ))}
    </Stack>
  );
}
