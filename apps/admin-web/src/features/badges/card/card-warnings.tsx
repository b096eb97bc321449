import { Alert, Stack, Text } from '@mantine/core';
import type { BadgeTemplate } from '@rollcall/contracts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Names what would be printed as squares, and what would be cut short. */
export function CardWarnings({ unprintable, cut }: Pick<BadgeTemplate, 'unprintable' | 'cut'>) {
  const { t } = useTranslation('badges');
  if (unprintable.length + cut.length === 0) return null;
  return (
    <Stack gap="xs">
      {unprintable.length > 0 && (
        <Alert color="yellow" icon={<IconAlertTriangle />} title={t('unprintable.title')} role="status">
          {t('unprintable.text', { characters: unprintable.join(' ') })}
        </Alert>
      )}
      {cut.length > 0 && (
        <Alert
          color="yellow"
          icon={<IconAlertTriangle />}
          title={t('cut.title')}
          role="status"
          style={{ overflowWrap: 'anywhere' }}
        >
          <Text fz="sm" lineClamp={3}>
            {t('cut.text', { texts: cut.join(' · ') })}
          </Text>
        </Alert>
      )}
    </Stack>
  );
}
