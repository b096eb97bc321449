import { Button, Card, Drawer, EmptyState, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { RosterRow } from '@rollcall/contracts';
import { IconCalendarPlus, IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { datesBetween, type DateRange } from '../../ui/calendar.js';
import { Denied } from '../../ui/denied.js';
import { LoadFailure } from '../../ui/load-failure.js';
import { LoadMore } from '../../ui/load-more.js';
import { Page } from '../../ui/page.js';
import { useToast } from '../../ui/toast.js';
import { PeriodBar, usePeriod } from '../attendance/period.js';
import { useMay } from '../auth/permissions.js';
import { PeopleFilterBar } from '../people/people-filter-bar.js';
import { NO_FILTERS, type PeopleFilters } from '../people/people.queries.js';
import { useShifts } from '../shifts/shifts.queries.js';
import { AssignForm } from './assign-form.js';
import { AssignmentsDrawer } from './assignments-drawer.js';
import { ChosenBar } from './chosen-bar.js';
import { DAY_OFF } from './drag.js';
import { LevelLegend } from './level-legend.js';
import { Palette } from './palette.js';
import { RosterTable } from './roster-table.js';
import { SignLegend } from './sign-legend.js';

import { useAssignDays, useRoster, type DaysToAssign } from './roster.queries.js';
import { useChosenDays } from './use-chosen-days.js';

const TYPING_PAUSE_MS = 250;

export function RosterPage() {
  const { t } = useTranslation('roster');
  const may = useMay();
  const period = usePeriod('week');
  const [filters, setFilters] = useState(NO_FILTERS);
  const [assigning, setAssigning] = useState(false);
  if (!may('attendance.read')) return <Denied />;
  const close = () => setAssigning(false);
  const assign = may('attendance.edit') && (
    <Button leftSection={<IconCalendarPlus size={18} />} onClick={() => setAssigning(true)}>
      {t('assign')}
    </Button>
  );
  return (
    <Page title={t('title')} description={t('lead')} actions={assign}>
      <Card padding={0}>
        <Group px="md" pt="md">
          <PeriodBar period={period} />
        </Group>
        <PeopleFilterBar filters={filters} onChange={setFilters} withStatus={false} />
        <Roster key={period.range.from + period.view} filters={filters} range={period.range} />
      </Card>
      <Drawer opened={assigning} onClose={close} title={t('form.title')}>
        <AssignForm from={period.range.from} onDone={close} />
      </Drawer>
    </Page>
  );
}

function Roster({ filters, range }: { filters: PeopleFilters; range: DateRange }) {
  const { t } = useTranslation('roster');
  const [search] = useDebouncedValue(filters.search.trim(), TYPING_PAUSE_MS);
  const roster = useRoster({ ...filters, search }, range);
  if (roster.isPending) return <Skeleton height={280} m="md" aria-busy="true" />;
  if (roster.isError) return <LoadFailure error={roster.error} onRetry={() => void roster.refetch()} />;
  const rows = roster.data.pages.flatMap((page) => page.items);
  if (rows.length === 0)
    return (
      <EmptyState py={56} icon={<IconUserSearch />} title={t('empty.title')} description={t('empty.text')} />
    );
  return (
    <Stack gap="md" pb="md" aria-busy={roster.isFetching}>
      <Plan rows={rows} dates={datesBetween(range.from, range.to)} />
      <LoadMore
        shown={rows.length}
        hasMore={roster.hasNextPage}
        loading={roster.isFetchingNextPage}
        onMore={() => void roster.fetchNextPage()}
      />
    </Stack>
  );
}

function Plan({ rows, dates }: { rows: RosterRow[]; dates: string[] }) {
  const { t } = useTranslation('roster');
  const toast = useToast();
  const editable = useMay()('attendance.edit');
  const shifts = useShifts().data ?? [];
  const assign = useAssignDays();
  const [person, setPerson] = useState<RosterRow | null>(null);
  const chosen = useChosenDays(
    rows.map((row) => row.person.id),
    dates,
  );
  const give = (what: string, people: DaysToAssign[]) => {
    const off = what === DAY_OFF;
    const shiftId = off ? shifts[0]?.id : what;
    if (!shiftId) return;
    const onSuccess = () => {
      toast.done(t('assigned'));
      chosen.clear();
    };
    assign.mutate({ shiftId, off, people }, { onSuccess, onError: toast.failed });
  };
  return (
    <>
      {editable && (
        <Stack gap="sm" px="md">
          <Palette shifts={shifts} />
          <ChosenBar
            chosen={chosen}
            shifts={shifts}
            saving={assign.isPending}
            onAssign={(what) => give(what, chosen.people)}
          />
        </Stack>
      )}
      <RosterTable
        rows={rows}
        dates={dates}
        shifts={shifts}
        chosen={chosen}
        editable={editable}
        onDrop={(what, place) => give(what, chosen.at(place))}
        onPerson={setPerson}
      />
      <Group px="md" gap="md">
        <Text fz="xs" c="dimmed">
          {t('legend')}
        </Text>
        <LevelLegend />
        <SignLegend />
      </Group>
      <AssignmentsDrawer row={person} editable={editable} onClose={() => setPerson(null)} />
    </>
  );
}
