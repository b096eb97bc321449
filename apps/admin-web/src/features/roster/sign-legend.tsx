import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export const SIGNS = { unknown: '?', off: '–', holiday: '★', leave: '○' } as const;
const KINDS = ['unknown', 'off', 'holiday', 'leave'] as const;

/** What stands in a day where no shift does, or beside it. */
export function SignLegend() {
  const { t } = useTranslation('roster');
  return (
    <Group gap="4px 14px" role="note" aria-label={t('signs.label')}>
      {KINDS.map((kind) => (
        <Text key={kind} fz="xs" c="dimmed">
          <Text span inherit fw={650} mr={5} aria-hidden>
            {SIGNS[kind]}
          </Text>
          {t(`signs.${kind}`)}
        </Text>
      ))}
    </Group>
  );
}
