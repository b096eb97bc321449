import { Anchor, Group, Text } from '@mantine/core';
import { IconCalendarStats } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMoments } from '../../ui/moments.js';
import { useDaysOfAll } from './attendance.queries.js';

/** How today goes, in one line: who came late, who has not come, who is on leave. Where there are too many to count it stays away. */
export function TodayLine({ date }: { date: string }) {
  const { t } = useTranslation('attendance');
  const { number } = useMoments();
  const { data: days } = useDaysOfAll(date);
  if (!days) return null;
  const counts = {
    late: days.filter(({ status }) => status === 'late').length,
    missing: days.filter(({ status, firstIn }) => (status === 'pending' || status === 'absent') && !firstIn)
      .length,
    leave: days.filter(({ status }) => status === 'leave').length,
  };
  const told = (['late', 'missing', 'leave'] as const).filter((kind) => counts[kind] > 0);
  if (told.length === 0) return null;
  return (
    <Group gap="xs">
      <IconCalendarStats size={18} aria-hidden color="var(--mantine-color-dimmed)" />
      <Text fz="sm">
        {told.map((kind) => t(`todayLine.${kind}`, { number: number(counts[kind]) })).join(' · ')}
      </Text>
      <Anchor component={Link} to="/attendance" fz="sm">
        {t('todayLine.open')}
      </Anchor>
    </Group>
  );
}
