import { Box, Button, Card, EmptyState, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { Badge } from '@rollcall/contracts';
import { IconBrush, IconIdBadge2, IconPalette } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Denied } from '../../ui/denied.js';
import { LoadFailure } from '../../ui/load-failure.js';
import { LoadMore } from '../../ui/load-more.js';
import { Page } from '../../ui/page.js';
import { useMay } from '../auth/permissions.js';
import { PersonPicker, type PickedPerson } from '../people/person-picker.js';
import { isGrowing, useBadges } from './badges.queries.js';
import { PortraitTile } from './portrait-tile.js';
import { Queue } from './queue.js';
import { SheetBar } from './sheet-bar.js';

export function BadgesPage() {
  const { t } = useTranslation('badges');
  const may = useMay();
  if (!may('badges.read')) return <Denied />;
  const actions = (
    <>
      <Button component={Link} to="/badges/card" variant="default" leftSection={<IconPalette size={18} />}>
        {t('design.open')}
      </Button>
      {may('badges.make') && <NewPortrait />}
    </>
  );
  return (
    <Page title={t('title')} description={t('lead')} actions={actions}>
      <Portraits />
    </Page>
  );
}

function NewPortrait() {
  const { t } = useTranslation('badges');
  return (
    <Button component={Link} to="/badges/new" leftSection={<IconBrush size={18} />}>
      {t('new')}
    </Button>
  );
}

function Portraits() {
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const badges = useBadges(person?.id ?? null);
  const { t } = useTranslation('badges');
  if (badges.isPending) return <Waiting />;
  if (badges.isError) return <LoadFailure error={badges.error} onRetry={() => void badges.refetch()} />;
  const all = badges.data.pages.flatMap(({ items }) => items);
  if (all.length === 0 && !person) return <Nothing />;
  const done = all.filter((badge) => !isGrowing(badge));
  return (
    <Stack gap="lg">
      <Box maw={420}>
        <PersonPicker label={t('list.person')} value={person} onChange={setPerson} />
      </Box>
      {all.length === 0 && <Text c="dimmed">{t('history.none')}</Text>}
      <Queue badges={all.filter(isGrowing)} />
      {done.length > 0 && <Done badges={done} />}
      {/* What is on the easel is counted there. */}
      {(done.length > 0 || badges.hasNextPage) && (
        <LoadMore
          shown={done.length}
          hasMore={badges.hasNextPage}
          loading={badges.isFetchingNextPage}
          onMore={() => void badges.fetchNextPage()}
        />
      )}
    </Stack>
  );
}

/** Finished portraits; several of them can be chosen, to print their cards on one sheet. */
function Done({ badges }: { badges: Badge[] }) {
  const { t } = useTranslation('badges');
  const may = useMay();
  const [chosen, setChosen] = useState<string[]>([]);
  const toggle = (id: string) =>
    setChosen((now) => (now.includes(id) ? now.filter((other) => other !== id) : [...now, id]));
  return (
    <Stack gap="md" component="section" aria-label={t('list.title')}>
      <Title order={2} fz="lg">
        {t('list.title')}
      </Title>
      <SimpleGrid cols={{ base: 2, xs: 3, md: 4 }} spacing="md">
        {badges.map((badge) => (
          <PortraitTile
            key={badge.id}
            badge={badge}
            chosen={chosen.includes(badge.id)}
            onToggle={may('badges.make') && badge.state === 'ready' ? () => toggle(badge.id) : null}
          />
        ))}
      </SimpleGrid>
      <SheetBar chosen={chosen} onClear={() => setChosen([])} />
    </Stack>
  );
}

function Nothing() {
  const { t } = useTranslation('badges');
  const may = useMay()('badges.make');
  return (
    <Card>
      <EmptyState
        py={56}
        variant="light"
        icon={<IconIdBadge2 />}
        title={t('empty.title')}
        description={t('empty.text')}
      >
        {may && (
          <EmptyState.Actions>
            <NewPortrait />
          </EmptyState.Actions>
        )}
      </EmptyState>
    </Card>
  );
}

function Waiting() {
  return (
    <SimpleGrid cols={{ base: 2, xs: 3, md: 4 }} spacing="md" aria-busy="true">
      {Array.from({ length: 8 }, (_, tile) => (
        <Skeleton key={tile} style={{ aspectRatio: '4 / 5' }} radius="lg" />
      ))}
    </SimpleGrid>
  );
}
