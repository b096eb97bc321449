import { Button, Card, Grid, Group, Progress, Stack, Text, Title } from '@mantine/core';
import type { Badge, Job } from '@rollcall/contracts';
import { IconPlayerStop } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfirmDelete } from '../../../ui/confirm-delete.js';
import { useMoments } from '../../../ui/moments.js';
import { useToast } from '../../../ui/toast.js';
import { useMay } from '../../auth/permissions.js';
import { JobFault } from '../../jobs/job-fault.js';
import { isOver, useCancelJob, useJob } from '../../jobs/jobs.queries.js';
import { useRefreshBadge } from '../badges.queries.js';
import { useInstant } from '../styles/use-instant.js';
import { GrowingPicture } from './growing-picture.js';
import { LossCurve } from './loss-curve.js';
import { useAhead } from './use-ahead.js';
import { useTimeLeft } from './use-time-left.js';

/** A portrait on its way: the picture as it is, how far it is, and how the loss falls. */
export function Growing({ badge, name }: { badge: Badge; name: string }) {
  const { t } = useTranslation('badges');
  const job = useJob(badge.jobId);
  const refresh = useRefreshBadge(badge.id);
  const over = job.data !== undefined && isOver(job.data);
  useEffect(() => {
    if (over) void refresh();
    // Once, when the job ends; `refresh` is another function each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [over]);
  const step = Math.max(badge.step, job.data?.step ?? 0);
  const loss = job.data?.loss;
  const live = loss !== undefined && job.data?.step === step ? ([[step, loss]] as [number, number][]) : [];
  const points = [...badge.losses.filter(([at]) => at < step || live.length === 0), ...live];
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 6 }}>
        <Card padding={0}>
          <GrowingPicture badge={badge} preview={job.data?.previewUrl ?? badge.previewUrl} name={name} />
        </Card>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 6 }}>
        <Stack gap="lg">
          <Card component="section" aria-label={t('growing.progress')}>
            <Stack gap="md">
              {!(badge.state === 'waiting' && job.data?.error) && (
                <HowFar badge={badge} job={job.data} step={step} />
              )}
              {job.data && <JobFault job={job.data} />}
              <Stop badge={badge} stopping={job.data?.cancelRequested ?? false} />
            </Stack>
          </Card>
          {points.length > 1 && (
            <Card component="section" aria-label={t('loss.title')}>
              <LossCurve points={points} steps={badge.settings.steps ?? 0} />
            </Card>
          )}
        </Stack>
      </Grid.Col>
    </Grid>
  );
}

function HowFar({ badge, job, step }: { badge: Badge; job: Job | undefined; step: number }) {
  const { t } = useTranslation('badges');
  const { percent, number } = useMoments();
  const left = useTimeLeft(badge, step);
  const ahead = useAhead(badge);
  const instant = useInstant(badge.styleId);
  const progress = job?.progress ?? 0;
  const { steps = Infinity } = badge.settings;
  // A job that failed and waits for its next attempt has painted some steps already.
  const waiting = badge.state === 'waiting';
  const title = waiting ? 'waiting' : step >= steps ? 'checking' : 'painting';
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap" align="baseline">
        {/* Only this is read aloud when it changes: nobody wants to hear every step. */}
        <div role="status">
          <Title order={2} fz="lg">
            {t(`growing.${title}`)}
          </Title>
        </div>
        <Text fw={700} fz="lg">
          {percent(progress / 100)}
        </Text>
      </Group>
      <Progress.Root size="lg" radius="xl">
        <Progress.Section value={progress} animated={!waiting} aria-label={t('growing.progress')} />
      </Progress.Root>
      <Group justify="space-between" gap="xs">
        <Text fz="sm" c="dimmed">
          {waiting && t('growing.ahead', { count: ahead })}
          {!waiting && !instant && t('growing.step', { step: number(step), steps: number(steps) })}
        </Text>
        <Text fz="sm" c="dimmed">
          {left}
        </Text>
      </Group>
      <Text fz="sm" c="dimmed">
        {t('growing.leave')}
      </Text>
    </Stack>
  );
}

function Stop({ badge, stopping }: { badge: Badge; stopping: boolean }) {
  const { t } = useTranslation('badges');
  const confirm = useConfirmDelete();
  const toast = useToast();
  const cancel = useCancelJob();
  if (!useMay()('jobs.cancel')) return null;
  const kept = badge.previewUrl !== null;
  const ask = () =>
    confirm({
      title: t('stop.title'),
      text: t(kept ? 'stop.keeps' : 'stop.nothing'),
      confirm: t('stop.confirm'),
      harmless: kept,
      onConfirm: () => cancel.mutate(badge.jobId, { onError: toast.failed }),
    });
  return (
    <Group>
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={18} />}
        disabled={stopping}
        loading={cancel.isPending}
        onClick={ask}
      >
        {t(stopping ? 'stop.stopping' : 'stop.open')}
      </Button>
    </Group>
  );
}
