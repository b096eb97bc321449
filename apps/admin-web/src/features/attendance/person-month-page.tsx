import { Card, EmptyState, Skeleton, Stack, Text } from '@mantine/core';
import type { AttendanceDay, Person } from '@rollcall/contracts';
import { IconCalendarOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { BackLink } from '../../ui/back-link.js';
import { Denied } from '../../ui/denied.js';
import { LoadFailure } from '../../ui/load-failure.js';
import { Page } from '../../ui/page.js';
import { useMay } from '../auth/permissions.js';
import { usePerson } from '../people/people.queries.js';
import { useDays } from './attendance.queries.js';
import { DayDrawer } from './day/day-drawer.js';
import { PeriodBar, usePeriod } from './period.js';
import { MonthTable } from './sheet/month-table.js';
import { useDayWords } from './use-day-words.js';

export function PersonMonthPage() {
  const { id = '' } = useParams();
  const may = useMay();
  const person = usePerson(id);
  if (!may('attendance.read')) return <Denied />;
  if (person.isError)
    return (
      <LoadFailure error={person.error} absent="PERSON_NOT_FOUND" onRetry={() => void person.refetch()} />
    );
  if (!person.data) return <Skeleton height={320} aria-busy="true" />;
  return <Month person={person.data} />;
}

function Month({ person }: { person: Person }) {
  const { t } = useTranslation('attendance');
  const period = usePeriod('month');
  const [date, setDate] = useState<string | null>(null);
  const days = useDays(person.id, period.range);
  return (
    <>
      <BackLink to={`/attendance?view=month&at=${period.range.from}`} label={t('person.back')} />
      <Page
        title={t('person.title', { name: person.name })}
        description={<Sums person={person} days={days.data} />}
      >
        <PeriodBar period={period} views={false} />
        {days.isError && <LoadFailure error={days.error} onRetry={() => void days.refetch()} />}
        {days.isPending && <Skeleton height={320} aria-busy="true" />}
        {days.data?.length === 0 && (
          <EmptyState
            py={56}
            icon={<IconCalendarOff />}
            title={t('person.empty.title')}
            description={t('person.empty.text')}
          />
        )}
        {days.data && days.data.length > 0 && (
          <Card padding={0}>
            <Stack gap={0}>
              <MonthTable days={days.data} onChoose={setDate} />
            </Stack>
          </Card>
        )}
      </Page>
      <DayDrawer chosen={date ? { person, date } : null} onClose={() => setDate(null)} />
    </>
  );
}

type SummedField =
  'workedMinutes' | 'dueMinutes' | 'lateMinutes' | 'overtimeMinutes' | 'overtimeWaitingMinutes';

function Sums({ person, days }: { person: Person; days: AttendanceDay[] | undefined }) {
  const { t } = useTranslation('attendance');
  const { minutes } = useDayWords();
  if (!days) return person.employeeNo;
  const total = (field: SummedField) => days.reduce((sum, day) => sum + day[field], 0);
  const sum = (field: SummedField) => minutes(total(field));
  return (
    <Text span inherit>
      {person.employeeNo}
      {' · '}
      {t('person.sums', {
        worked: sum('workedMinutes'),
        due: sum('dueMinutes'),
        late: sum('lateMinutes'),
        overtime: sum('overtimeMinutes'),
      })}
      {total('overtimeWaitingMinutes') > 0 &&
        ` · ${t('person.overtimeWaiting', { minutes: sum('overtimeWaitingMinutes') })}`}
    </Text>
  );
}
