import { Button, EmptyState, Skeleton, Stack } from '@mantine/core';
import type { Person } from '@rollcall/contracts';
import { IconCalendarX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { Link, useParams } from 'react-router';
import { BackLink } from '../../../ui/back-link.js';
import { isDay } from '../../../ui/calendar.js';
import { Denied } from '../../../ui/denied.js';
import { LoadFailure } from '../../../ui/load-failure.js';
import { Page } from '../../../ui/page.js';
import { Section } from '../../../ui/section.js';
import { useMay } from '../../auth/permissions.js';
import { usePerson } from '../../people/people.queries.js';
import { useAccount } from '../attendance.queries.js';
import { DayAccount } from '../day/day-account.js';
import { DayActions } from '../day/day-actions.js';
import { useDayWords } from '../use-day-words.js';
import { PunchRecords } from './punch-records.js';
import { RecordRequests } from './record-requests.js';
import { Rule } from './rule.js';
import { Unlocked } from './unlocked.js';

/** Everything that made a day what it is, for those who doubt it. */
export function RecordPage() {
  const { t } = useTranslation('attendance');
  const { id = '', date = '' } = useParams();
  const may = useMay();
  const person = usePerson(id);
  if (!may('attendance.read')) return <Denied />;
  if (!isDay(date)) return <NoSuchDay personId={id} />;
  return (
    <Stack gap="lg">
      <BackLink to={`/people/${id}/attendance?at=${date}`} label={t('record.back')} />
      {person.isPending && <Skeleton height={320} aria-busy="true" />}
      {person.isError && (
        <LoadFailure error={person.error} absent="PERSON_NOT_FOUND" onRetry={() => void person.refetch()} />
      )}
      {person.data && <Told person={person.data} date={date} />}
    </Stack>
  );
}

/** For an address that names a day which no calendar has. */
function NoSuchDay({ personId }: { personId: string }) {
  const { t } = useTranslation('attendance');
  return (
    <EmptyState
      py={80}
      icon={<IconCalendarX />}
      variant="light"
      title={t('record.noDay.title')}
      description={t('record.noDay.text')}
    >
      <EmptyState.Actions>
        <Button component={Link} to={`/people/${personId}/attendance`}>
          {t('record.noDay.back')}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  );
}

function Told({ person, date }: { person: Person; date: string }) {
  const { t } = useTranslation('attendance');
  const words = useDayWords();
  const { data: account } = useAccount(person.id, date);
  return (
    <Page
      title={t('record.title')}
      description={t('record.lead', { ...person, date: words.date(date) })}

      actions={<DayActions person={person} date={date} linked={false} />}
    >
      <Section title={words.date(date)}>
        <DayAccount personId={person.id} date={date} punches={false} />
      </Section>
      {account?.unlocked && <Unlocked paid={account.day} now={account.unlocked} />}
      {account && <PunchRecords personId={person.id} punches={account.day.punches} />}
      {account && <Rule plan={account.plan} />}
      <RecordRequests personId={person.id} date={date} />
    </Page>
  );
}
