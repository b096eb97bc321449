import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem.js';
import { useProblemText } from '../api/problem-text.js';

interface LoadFailureProps {
  error: unknown;
  /** The code for there being no such thing: an address that names none cannot lead to one. */
  absent?: string;
  onRetry?: () => void;
}

export function LoadFailure({ error, absent, onRetry }: LoadFailureProps) {
  const { t } = useTranslation('ui');
  const problem = useProblemText();
  const misasked = error instanceof ApiProblem && error.code === 'VALIDATION_FAILED';
  const told =
    misasked && absent !== undefined ? new ApiProblem({ status: 404, code: absent, detail: '' }) : error;
  return (
    <Alert color="orange" variant="light" icon={<IconCloudOff />} title={t('failed')}>
      <Stack gap="sm" align="flex-start">
        <Text fz="sm">{problem.text(told)}</Text>
        {/* The same question gets the same answer. */}
        {onRetry && !misasked && (
          <Button size="xs" variant="light" color="orange" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
