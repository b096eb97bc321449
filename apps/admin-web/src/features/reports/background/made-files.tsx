import { Button, Stack } from '@mantine/core';
import { reportResult, type Job } from '@rollcall/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../../ui/load-failure.js';
import { LoadMore } from '../../../ui/load-more.js';
import { Section } from '../../../ui/section.js';
import { isOver, useJobs } from '../../jobs/jobs.queries.js';
import { MadeFile } from './made-file.js';

const WEEK_MS = 7 * 86_400_000;
/** More than these would push away what the page is for. */
const FIRST = 3;

/** What is being made, files that can be fetched, and for as long what went wrong. */
function isOfUse(job: Job, now: number): boolean {
  if (!isOver(job)) return true;
  const result = reportResult.safeParse(job.result);
  if (result.success) return Date.parse(result.data.keptUntil) > now;
  return Date.parse(job.finishedAt ?? job.createdAt) > now - WEEK_MS;
}

/** Reports that jobs make or have made; nothing at all where nobody ordered any. */
export function MadeFiles() {
  const { t } = useTranslation('reports');
  const [now] = useState(Date.now);
  const [all, setAll] = useState(false);
  const jobs = useJobs(null, 'reports.make');
  const kept = jobs.data?.pages.flatMap((page) => page.items).filter((job) => isOfUse(job, now)) ?? [];
  if (!jobs.isError && kept.length === 0) return null;
  const shown = all ? kept : kept.slice(0, FIRST);
  return (
    <Section title={t('background.title')} description={t('background.lead')}>
      {jobs.isError && <LoadFailure error={jobs.error} onRetry={() => void jobs.refetch()} />}
      <Stack gap="sm">
        {shown.map((job) => (
          <MadeFile key={job.id} job={job} />
        ))}
      </Stack>
      {shown.length < kept.length && (
        <Button variant="subtle" size="xs" mt="sm" onClick={() => setAll(true)}>
          {t('background.all', { count: kept.length })}
        </Button>
      )}
      {all && jobs.hasNextPage && (
        <LoadMore
          hasMore
          shown={kept.length}
          loading={jobs.isFetchingNextPage}
          onMore={() => void jobs.fetchNextPage()}
        />
      )}
    </Section>
  );
}
