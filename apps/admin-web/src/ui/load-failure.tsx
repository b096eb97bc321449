import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/problem-text.js';

export function LoadFailure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation('ui');
  const problem = useProblemText();
  return (
    <Alert color="orange" variant="light" icon={<IconCloudOff />} title={t('failed')}>
      <Stack gap="sm" align="flex-start">
        <Text fz="sm">{problem.text(error)}</Text>
        {onRetry && (
          <Button size="xs" variant="light" color="orange" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
