import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { AttendanceDay } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/section.js';
import { DayFigures } from '../day/day-figures.js';
import { StatusBadge } from '../status-mark.js';

/** Of a locked day that would read otherwise now: how. */
export function Unlocked({ paid, now }: { paid: AttendanceDay; now: AttendanceDay }) {
  const { t } = useTranslation('attendance');
  if (!paid.flags.includes('late-event')) return null;
  return (
    <Section title={t('record.unlocked')} description={t('flag.late-event.todo')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {[paid, now].map((day, i) => (
          <Stack key={i} gap="xs" align="flex-start">
            <Text fz="sm" c="dimmed">
              {t(i === 0 ? 'record.lockedText' : 'record.unlocked')}
            </Text>
            <StatusBadge status={day.status} />
            <DayFigures day={day} />
          </Stack>
        ))}
      </SimpleGrid>
    </Section>
  );
}
