import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { Badge } from '@rollcall/contracts';
import { IconAlertTriangle, IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/api-problem.js';
import { useProblemText } from '../../../api/problem-text.js';
import { useToast } from '../../../ui/toast.js';
import { useMay } from '../../auth/permissions.js';
import { useRetryJob } from '../../jobs/jobs.queries.js';
import { useRefreshBadge } from '../badges.queries.js';
import { PortraitActions } from './portrait-actions.js';
import { SettingsFacts } from './settings-facts.js';

/** A portrait that nothing came of, and what can be done about it. */
export function Unfinished({ badge }: { badge: Badge }) {
  const { t } = useTranslation('badges');
  const problem = useProblemText();
  const failed = badge.state === 'failed';
  const reason = badge.error
    ? problem.text(new ApiProblem({ status: 500, ...badge.error }))
    : t('failed.gone');
  return (
    <Stack gap="lg">
      <Alert
        color={failed ? 'red' : 'gray'}
        icon={failed ? <IconAlertTriangle /> : <IconPlayerStop />}
        title={t(failed ? 'failed.title' : 'cancelled.title')}
        role={failed ? 'alert' : 'status'}
      >
        <Text fz="sm">{failed ? reason : t('cancelled.text')}</Text>
      </Alert>
      <Group gap="sm">
        {failed && badge.error && <Retry badge={badge} />}
        <PortraitActions badge={badge} employeeNo={badge.id} />
      </Group>
      <SettingsFacts badge={badge} />
    </Stack>
  );
}

function Retry({ badge }: { badge: Badge }) {
  const { t } = useTranslation('badges');
  const toast = useToast();
  const retry = useRetryJob();
  const refresh = useRefreshBadge(badge.id);
  if (!useMay()('jobs.retry')) return null;
  return (
    <Button
      variant="light"
      leftSection={<IconRefresh size={18} />}
      loading={retry.isPending}
      onClick={() => retry.mutate(badge.jobId, { onSuccess: () => void refresh(), onError: toast.failed })}
    >
      {t('failed.retry')}
    </Button>
  );
}
