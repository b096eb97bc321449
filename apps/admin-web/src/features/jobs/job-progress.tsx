import { Group, Progress, Stack, Text } from '@mantine/core';
import type { Job } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../ui/moments.js';

/** How far a job is, as a bar and in words. */
export function JobProgress({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const { percent, number } = useMoments();
  const counted = job.step !== undefined && job.steps !== undefined && job.steps > 0;
  return (
    <Stack gap={4}>
      <Progress.Root size="md" radius="xl">
        <Progress.Section
          value={job.progress}
          animated={job.state === 'active'}
          aria-label={t(`kind.${job.kind}.title`)}
        />
      </Progress.Root>
      <Group justify="space-between" gap="xs">
        <Text fz="sm" c="dimmed">
          {counted
            ? t('steps', { step: number(job.step ?? 0), steps: number(job.steps ?? 0) })
            : t(`doing.${job.state === 'active' ? 'active' : 'waiting'}`)}
        </Text>
        <Text fz="sm" fw={600}>
          {percent(job.progress / 100)}
        </Text>
      </Group>
    </Stack>
  );
}
