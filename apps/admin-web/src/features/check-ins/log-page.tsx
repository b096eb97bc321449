import { Card, EmptyState, Group, Select, Skeleton, Stack, TextInput } from '@mantine/core';
import { decision } from '@rollcall/contracts';
import { IconFilterOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../ui/load-failure.js';
import { LoadMore } from '../../ui/load-more.js';
import { Page } from '../../ui/page.js';
import { useMay } from '../auth/permissions.js';
import { useDevices } from '../devices/devices.queries.js';
import { CheckInList } from './check-in-list.js';
import { NO_FILTERS, useLog, type LogFilters } from './check-ins.queries.js';

export function LogPage() {
  const { t } = useTranslation('checkIns');
  const [filters, setFilters] = useState(NO_FILTERS);
  return (
    <Page title={t('log.title')} description={t('log.lead')}>
      <Card>
        <FilterBar filters={filters} onChange={setFilters} />
        <Log filters={filters} />
      </Card>
    </Page>
  );
}

const DAY_MS = 24 * 60 * 60_000;
/** Whole days of the reader: from is the start of the day, to the start of the next. */
const startOf = (day: string, offset = 0) =>
  day ? new Date(new Date(`${day}T00:00:00`).getTime() + offset).toISOString() : null;

function FilterBar({ filters, onChange }: { filters: LogFilters; onChange: (filters: LogFilters) => void }) {
  const { t } = useTranslation('checkIns');
  const devices = useDevices(useMay()('devices.read'));
  return (
    <Group mb="md" gap="sm" align="flex-end">
      <Select
        clearable
        style={{ flex: '1 1 130px' }}
        label={t('log.decision')}
        placeholder={t('log.any')}
        data={decision.options.map((value) => ({ value, label: t(`decision.${value}`) }))}
        value={filters.decision}
        onChange={(value) => onChange({ ...filters, decision: value })}
      />
      <Select
        clearable
        style={{ flex: '1 1 130px' }}
        label={t('log.device')}
        placeholder={t('log.any')}
        data={devices.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={filters.deviceId}
        onChange={(deviceId) => onChange({ ...filters, deviceId })}
      />
      <TextInput
        type="date"
        style={{ flex: '1 1 130px' }}
        label={t('log.from')}
        onChange={(event) => onChange({ ...filters, from: startOf(event.currentTarget.value) })}
      />
      <TextInput
        type="date"
        style={{ flex: '1 1 130px' }}
        label={t('log.to')}
        onChange={(event) => onChange({ ...filters, to: startOf(event.currentTarget.value, DAY_MS) })}
      />
    </Group>
  );
}

function Log({ filters }: { filters: LogFilters }) {
  const { t } = useTranslation('checkIns');
  const log = useLog(filters);
  if (log.isPending) {
    return (
      <Stack gap="xs" aria-busy="true">
        {Array.from({ length: 8 }, (_, row) => (
          <Skeleton key={row} height={52} />
        ))}
      </Stack>
    );
  }
  if (log.isError) return <LoadFailure error={log.error} onRetry={() => void log.refetch()} />;
  const records = log.data.pages.flatMap((page) => page.items);
  if (records.length === 0) {
    return (
      <EmptyState
        py="xl"
        icon={<IconFilterOff />}
        title={t('log.empty.title')}
        description={t('log.empty.text')}
      />
    );
  }
  return (
    <>
      <CheckInList records={records} />
      <LoadMore
        shown={records.length}
        hasMore={log.hasNextPage}
        loading={log.isFetchingNextPage}
        onMore={() => void log.fetchNextPage()}
      />
    </>
  );
}
