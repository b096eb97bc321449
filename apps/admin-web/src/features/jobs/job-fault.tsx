import { Alert, Text } from '@mantine/core';
import type { Job } from '@rollcall/contracts';
import { IconAlertTriangle, IconClockPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/api-problem.js';
import { useProblemText } from '../../api/problem-text.js';
import { useMoments } from '../../ui/moments.js';

/** Why the last attempt failed; of a job that will try again, also when. */
export function JobFault({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const moments = useMoments();
  const problem = useProblemText();
  if (!job.error || job.state === 'completed') return null;
  const reason = problem.text(new ApiProblem({ status: 500, ...job.error }));
  if (job.state === 'waiting') {
    return (
      <Alert color="yellow" p="sm" icon={<IconClockPause />}>
        {reason}
        {job.nextAttemptAt && (
          <Text fz="sm" mt={4}>
            {t('nextAttempt', { when: moments.instant(job.nextAttemptAt) })}
          </Text>
        )}
      </Alert>
    );
  }
  if (job.state !== 'failed') return null;
  return (
    <Alert color="red" p="sm" icon={<IconAlertTriangle />} role="alert">
      {reason}
    </Alert>
  );
}
