import { Card, EmptyState, Group, Skeleton, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Denied } from '../../ui/denied.js';
import { LoadFailure } from '../../ui/load-failure.js';
import { LoadMore } from '../../ui/load-more.js';
import { Page } from '../../ui/page.js';
import { useMay } from '../auth/permissions.js';
import { PeopleFilterBar } from '../people/people-filter-bar.js';
import { NO_FILTERS, type PeopleFilters } from '../people/people.queries.js';
import { useSheet } from './attendance.queries.js';
import { DayDrawer, type ChosenDay } from './day/day-drawer.js';
import { PeriodBar, usePeriod } from './period.js';
import { SheetLegend } from './sheet/sheet-legend.js';
import { Sheet } from './sheet/sheet.js';

const TYPING_PAUSE_MS = 250;

export function AttendancePage() {
  const { t } = useTranslation('attendance');
  const may = useMay();
  const period = usePeriod('week');
  const [filters, setFilters] = useState(NO_FILTERS);
  const [chosen, setChosen] = useState<ChosenDay | null>(null);
  if (!may('attendance.read')) return <Denied />;
  return (
    <Page title={t('title')} description={t('lead')}>
      <Card padding={0}>
        <Group px="md" pt="md">
          <PeriodBar period={period} />
        </Group>
        <PeopleFilterBar filters={filters} onChange={setFilters} />
        <Days filters={filters} range={period.range} onChoose={setChosen} />
      </Card>
      <DayDrawer chosen={chosen} onClose={() => setChosen(null)} />
    </Page>
  );
}

interface DaysProps {
  filters: PeopleFilters;
  range: { from: string; to: string };
  onChoose: (day: ChosenDay) => void;
}

function Days({ filters, range, onChoose }: DaysProps) {
  const { t } = useTranslation('attendance');
  const [search] = useDebouncedValue(filters.search.trim(), TYPING_PAUSE_MS);
  const sheet = useSheet({ ...filters, search }, range);
  if (sheet.isPending) return <Skeleton height={280} m="md" aria-busy="true" />;
  if (sheet.isError) return <LoadFailure error={sheet.error} onRetry={() => void sheet.refetch()} />;
  const rows = sheet.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0)
    return (
      <EmptyState py={56} icon={<IconUserSearch />} title={t('empty.title')} description={t('empty.text')} />
    );
  return (
    <Stack
      gap="md"
      pb="md"
      style={{ opacity: sheet.isPlaceholderData ? 0.6 : 1 }}
      aria-busy={sheet.isFetching}
    >
      <Sheet rows={rows} range={range} onChoose={onChoose} />
      <Group px="md">
        <SheetLegend />
      </Group>
      <LoadMore
        shown={rows.length}
        hasMore={sheet.hasNextPage}
        loading={sheet.isFetchingNextPage}
        onMore={() => void sheet.fetchNextPage()}
      />
    </Stack>
  );
}
