import { Card, EmptyState, Group, Select, Skeleton, Stack } from '@mantine/core';
import { JOB_KINDS, JOB_STATES, type Job, type JobKind, type JobState } from '@rollcall/contracts';
import { IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Denied } from '../../ui/denied.js';
import { LoadFailure } from '../../ui/load-failure.js';
import { LoadMore } from '../../ui/load-more.js';
import { Page } from '../../ui/page.js';
import { useMay } from '../auth/permissions.js';
import { JobCard } from './job-card.js';
import { useJobs } from './jobs.queries.js';

export function JobsPage() {
  const { t } = useTranslation('jobs');
  const [state, setState] = useState<JobState | null>(null);
  const [kind, setKind] = useState<JobKind | null>(null);
  if (!useMay()('jobs.read')) return <Denied />;
  return (
    <Page title={t('title')} description={t('lead')}>
      <Group gap="sm">
        <Select
          clearable
          w={{ base: '100%', xs: 200 }}
          aria-label={t('filter.state')}
          placeholder={t('filter.anyState')}
          data={JOB_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          value={state}
          onChange={setState}
        />
        <Select
          clearable
          w={{ base: '100%', xs: 240 }}
          aria-label={t('filter.kind')}
          placeholder={t('filter.anyKind')}
          data={JOB_KINDS.map((value) => ({ value, label: t(`kind.${value}.title`) }))}
          value={kind}
          onChange={setKind}
        />
      </Group>
      <Jobs state={state} kind={kind} />
    </Page>
  );
}

const ORDER: JobState[] = ['failed', 'active', 'waiting', 'completed', 'cancelled'];
/** What needs somebody comes first, then what runs; within that the server's order, newest first. */
export const urgentFirst = (jobs: Job[]): Job[] =>
  jobs.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));

function Jobs({ state, kind }: { state: JobState | null; kind: JobKind | null }) {
  const jobs = useJobs(state, kind);
  if (jobs.isPending) return <Waiting />;
  if (jobs.isError) return <LoadFailure error={jobs.error} onRetry={() => void jobs.refetch()} />;
  const items = jobs.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Nothing filtered={state !== null || kind !== null} />;
  return (
    <Stack gap="sm">
      {urgentFirst(items).map((one) => (
        <JobCard key={one.id} job={one} />
      ))}
      <LoadMore
        shown={items.length}
        hasMore={jobs.hasNextPage}
        loading={jobs.isFetchingNextPage}
        onMore={() => void jobs.fetchNextPage()}
      />
    </Stack>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation('jobs');
  return (
    <Card>
      <EmptyState
        py={56}
        variant="light"
        icon={<IconStack2 />}
        title={t(filtered ? 'noMatch.title' : 'empty.title')}
        description={t(filtered ? 'noMatch.text' : 'empty.text')}
      />
    </Card>
  );
}

function Waiting() {
  return (
    <Stack gap="sm" aria-busy="true">
      {[0, 1, 2, 3].map((card) => (
        <Skeleton key={card} height={104} radius="lg" />
      ))}
    </Stack>
  );
}
