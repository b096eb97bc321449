import { Group, Table, Text, UnstyledButton } from '@mantine/core';
import type { AttendanceDay } from '@rollcall/contracts';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { weekdayOf } from '../../../ui/calendar.js';
import { useLocale } from '../../../ui/locale.js';
import { formatLocal } from '../../../ui/moments.js';
import { needsReview } from '../day-looks.js';
import { StatusBadge } from '../status-mark.js';
import { useDayWords } from '../use-day-words.js';
import classes from './sheet.module.css';

interface MonthTableProps {
  days: AttendanceDay[];
  onChoose: (date: string) => void;
}

/** The days of one person, one under the other. */
export function MonthTable({ days, onChoose }: MonthTableProps) {
  const { t } = useTranslation('attendance');
  return (
    <Table highlightOnHover verticalSpacing={6} horizontalSpacing="md" aria-label={t('person.label')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('person.day')}</Table.Th>
          <Table.Th>{t('person.status')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('person.came')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('person.left')}</Table.Th>
          <Table.Th>{t('day.figure.worked')}</Table.Th>
          <Table.Th visibleFrom="md">{t('day.figure.overtime')}</Table.Th>
          <Table.Th visibleFrom="md">{t('day.flags')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {days.map((day) => (
          <DayRow key={day.date} day={day} onChoose={() => onChoose(day.date)} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function DayRow({ day, onChoose }: { day: AttendanceDay; onChoose: () => void }) {
  const { t } = useTranslation('attendance');
  const locale = useLocale();
  const { minutes, timeIn } = useDayWords();
  const time = timeIn(day.timeZone);
  const reviews = day.flags.filter(needsReview);
  return (
    <Table.Tr
      className={weekdayOf(day.date) > 5 ? classes.off : undefined}
      style={{ cursor: 'pointer' }}
      onClick={onChoose}
    >
      <Table.Td>
        <UnstyledButton
          fz="sm"
          fw={600}
          onClick={(event) => {
            event.stopPropagation();
            onChoose();
          }}
        >
          {formatLocal(`${day.date}T00:00:00`, locale, { weekday: 'short', day: 'numeric', month: 'short' })}
        </UnstyledButton>
      </Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          <StatusBadge status={day.status} />
          {reviews.length > 0 && (
            <Text span hiddenFrom="md" c="orange" lh={0}>
              <IconAlertTriangle size={16} aria-label={t('legend.review')} />
            </Text>
          )}
          {day.locked && (
            <IconLock size={15} aria-label={t('day.locked')} color="var(--mantine-color-dimmed)" />
          )}
        </Group>
      </Table.Td>
      <Table.Td visibleFrom="sm">{day.firstIn ? time(day.firstIn) : '–'}</Table.Td>
      <Table.Td visibleFrom="sm">{day.lastOut ? time(day.lastOut) : '–'}</Table.Td>
      <Table.Td>{day.workedMinutes > 0 ? minutes(day.workedMinutes) : '–'}</Table.Td>
      <Table.Td visibleFrom="md">
        <Overtime day={day} />
      </Table.Td>
      <Table.Td visibleFrom="md">
        <Text fz="sm" c={reviews.length > 0 ? 'orange' : 'dimmed'}>
          {reviews.map((flag) => t(`flag.${flag}.title`)).join(' · ') || '–'}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}

/** What counts as overtime, and what would once somebody approves it. */
function Overtime({ day: { overtimeMinutes, overtimeWaitingMinutes } }: { day: AttendanceDay }) {
  const { t } = useTranslation('attendance');
  const { minutes } = useDayWords();
  if (overtimeWaitingMinutes === 0) return overtimeMinutes > 0 ? minutes(overtimeMinutes) : '–';
  return (
    <>
      {overtimeMinutes > 0 && `${minutes(overtimeMinutes)} · `}
      <Text span inherit c="dimmed">
        {t('person.overtimeWaiting', { minutes: minutes(overtimeWaitingMinutes) })}
      </Text>
    </>
  );
}
