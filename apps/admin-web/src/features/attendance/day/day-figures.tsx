import { SimpleGrid, Text } from '@mantine/core';
import type { AttendanceDay } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useDurations } from '../../../ui/durations.js';

const ALWAYS = ['due', 'worked', 'break'] as const;
const WHERE_ANY = ['late', 'early', 'overtime', 'overtimeWaiting', 'leave'] as const;

/** The numbers of a day; those that are rarely more than nothing only where they are. */
export function DayFigures({ day }: { day: AttendanceDay }) {
  const { t } = useTranslation('attendance');
  const { minutes } = useDurations();
  const shown = [...ALWAYS, ...WHERE_ANY.filter((kind) => day[`${kind}Minutes`] > 0)];
  return (
    <SimpleGrid cols={{ base: 2, xs: 3, md: shown.length }} spacing="sm" component="dl" m={0}>
      {shown.map((kind) => (
        <div key={kind}>
          <Text component="dt" fz="xs" c="dimmed">
            {t(`day.figure.${kind}`)}
          </Text>
          <Text component="dd" m={0} fw={650} fz="lg">
            {minutes(day[`${kind}Minutes`])}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}
