import { Group, Text } from '@mantine/core';
import type { AttendancePeriod } from '@rollcall/contracts';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const KINDS = ['toReview', 'openRequests', 'lateEvents'] as const;

export const obstaclesOf = (period: AttendancePeriod) => KINDS.filter((kind) => period[kind] > 0);

/** What somebody should settle before a month is paid. */
export function Obstacles({ period }: { period: AttendancePeriod }) {
  const { t } = useTranslation('months');
  const found = obstaclesOf(period);
  if (found.length === 0)
    return (
      <Group gap={6} wrap="nowrap" c="green">
        <IconCheck size={17} aria-hidden />
        <Text fz="sm">{t('clear')}</Text>
      </Group>
    );
  return found.map((kind) => (
    <Group key={kind} gap={6} wrap="nowrap" c="orange">
      <IconAlertTriangle size={17} aria-hidden style={{ flexShrink: 0 }} />
      <Text fz="sm">{t(kind, { count: period[kind] })}</Text>
    </Group>
  ));
}
