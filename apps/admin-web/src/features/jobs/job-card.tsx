import { Anchor, Badge, Box, Button, Card, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { reportResult, type Job } from '@rollcall/contracts';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMoments } from '../../ui/moments.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { CancelJob } from './cancel-job.js';
import { JobFault } from './job-fault.js';
import { KIND_ICON, STATE_COLOR, pageOf } from './job-looks.js';
import { JobProgress } from './job-progress.js';
import { isOver, useLiveJob, useRetryJob } from './jobs.queries.js';
import { SaveResult } from './save-result.js';

/** One piece of background work: what it is, how far it is, what became of it, what can be done. */
export function JobCard({ job: listed, linked = true }: { job: Job; linked?: boolean }) {
  const { t } = useTranslation('jobs');
  const job = useLiveJob(listed);
  const KindIcon = KIND_ICON[job.kind];
  const title = t(`kind.${job.kind}.title`);
  return (
    <Card component="article" aria-label={title} padding="md">
      <Group wrap="nowrap" align="flex-start" gap="md">
        <ThemeIcon size={40} radius="xl" variant="light" color={STATE_COLOR[job.state]} visibleFrom="xs">
          <KindIcon size={21} stroke={1.7} aria-hidden />
        </ThemeIcon>
        <Stack gap={6} style={{ flex: 1, minWidth: 0 }}>
          <Group justify="space-between" gap="xs" align="flex-start">
            <Box style={{ minWidth: 0 }}>
              <Group gap={8}>
                <Title order={2} fz="md">
                  {title}
                </Title>
                <Badge color={STATE_COLOR[job.state]}>{t(`state.${job.state}`)}</Badge>
              </Group>
              <About job={job} />
              <When job={job} />
            </Box>
            <Actions job={job} />
          </Group>
          {!isOver(job) && <JobProgress job={job} />}
          <JobFault job={job} />
          {linked && <Outcome job={job} />}
        </Stack>
      </Group>
    </Card>
  );
}

/** What tells one import or report from another. */
function About({ job: { about } }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const { number } = useMoments();
  if (!about) return null;
  const { file, rows } = about;
  return (
    <Text fz="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>
      {rows === undefined ? file : t('list', { file, count: rows, people: number(rows) })}
    </Text>
  );
}

function When({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const moments = useMoments();
  const parts = [
    t('created', { when: moments.instant(job.createdAt) }),
    ...(job.finishedAt ? [t('finished', { when: moments.instant(job.finishedAt) })] : []),
    ...(job.attempts > 1 ? [t('attempts', { count: job.attempts, max: job.maxAttempts })] : []),
  ];
  return (
    <Text fz="sm" c="dimmed">
      {parts.join(' · ')}
    </Text>
  );
}

function Outcome({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  if (job.state !== 'completed') return null;
  const made = reportResult.safeParse(job.result);
  if (made.success) return <SaveResult {...made.data} />;
  return (
    <Anchor component={Link} to={pageOf(job)} fz="sm" fw={600} w="fit-content">
      {t(`kind.${job.kind}.result`)}
    </Anchor>
  );
}

function Actions({ job }: { job: Job }) {
  const may = useMay();
  if (!isOver(job)) return may('jobs.cancel') && <CancelJob job={job} />;
  if (job.state === 'failed' || job.state === 'cancelled') return may('jobs.retry') && <Retry job={job} />;
  return null;
}

function Retry({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const toast = useToast();
  const retry = useRetryJob();
  return (
    <Button
      size="xs"
      variant="light"
      leftSection={<IconRefresh size={16} />}
      loading={retry.isPending}
      onClick={() =>
        retry.mutate(job.id, { onSuccess: () => toast.done(t('retried')), onError: toast.failed })
      }
    >
      {t('retry')}
    </Button>
  );
}
