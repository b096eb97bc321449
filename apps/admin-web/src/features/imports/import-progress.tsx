import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../ui/load-failure.js';
import { JobCard } from '../jobs/job-card.js';
import { isOver, useJob } from '../jobs/jobs.queries.js';
import { ImportReport } from './import-report.js';

/** A started import: how far it is, and its report once it is over. */
export function ImportProgress({ jobId, onAnother }: { jobId: string; onAnother: () => void }) {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  const job = useJob(jobId);
  const over = job.data !== undefined && isOver(job.data);
  useEffect(() => {
    if (over) void client.invalidateQueries({ queryKey: ['people'] });
  }, [over, client]);
  if (job.isPending) return <Skeleton height={110} radius="lg" aria-busy="true" />;
  if (job.isError) return <LoadFailure error={job.error} onRetry={() => void job.refetch()} />;
  return (
    <Stack gap="lg">
      <JobCard job={job.data} linked={false} />
      {over && (
        <>
          <ImportReport job={job.data} />
          <Group justify="flex-end">
            <Button variant="light" leftSection={<IconUsersPlus size={18} />} onClick={onAnother}>
              {t('another')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
