import { Group, Stack, Text } from '@mantine/core';
import type { DayPunch } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../../ui/moments.js';
import { DirectionBadge } from '../../check-ins/check-in-list.js';

/** Every punch of a day, and why some of them play no part. */
export function PunchList({ punches }: { punches: DayPunch[] }) {
  const { t } = useTranslation('attendance');
  const { localTime, localDay } = useMoments();
  if (punches.length === 0)
    return (
      <Text fz="sm" c="dimmed">
        {t('day.noPunches')}
      </Text>
    );
  return (
    <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {punches.map((punch) => (
        <Group key={punch.id} component="li" gap="xs">
          <Text
            fz="sm"
            fw={600}
            title={localDay(punch.localTime)}
            td={punch.ignored ? 'line-through' : undefined}
          >
            {localTime(punch.localTime)}
          </Text>
          <DirectionBadge direction={punch.direction} />
          <Text fz="sm" c="dimmed">
            {punch.ignored ? t(`ignored.${punch.ignored}`) : punch.checkInId === null && t('byCorrection')}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
