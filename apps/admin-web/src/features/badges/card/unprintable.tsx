import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Names the characters that would be printed as squares. */
export function Unprintable({ characters }: { characters: readonly string[] }) {
  const { t } = useTranslation('badges');
  if (characters.length === 0) return null;
  return (
    <Alert color="yellow" icon={<IconAlertTriangle />} title={t('unprintable.title')} role="status">
      {t('unprintable.text', { characters: characters.join(' ') })}
    </Alert>
  );
}
