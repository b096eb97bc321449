import { Paper, Skeleton, Stack, Text } from '@mantine/core';
import type { DayAccount } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/api-problem.js';
import { LoadFailure } from '../../ui/load-failure.js';
import { useAccount } from '../attendance/attendance.queries.js';
import { PunchList } from '../attendance/day/punch-list.js';
import { useDayWords } from '../attendance/use-day-words.js';

/** What a correction will change: the shifts and the punches of a day as they are. */
export function RecordedDay({ personId, date }: { personId: string; date: string }) {
  const { t } = useTranslation('requests');
  const account = useAccount(personId, date);
  const notBegun = isProblem(account.error, 'DAY_NOT_FOUND');
  return (
    <Paper withBorder radius="md" p="sm" component="section" aria-label={t('recorded.title')}>
      <Text fz="xs" c="dimmed" fw={600} mb={6}>
        {t('recorded.title')}
      </Text>
      {notBegun && <Text fz="sm">{t('recorded.notBegun')}</Text>}
      {account.isError && !notBegun && (
        <LoadFailure error={account.error} onRetry={() => void account.refetch()} />
      )}
      {account.isPending && <Skeleton height={60} aria-busy="true" />}
      {account.data && <Recorded account={account.data} />}
    </Paper>
  );
}

function Recorded({ account: { day, plan } }: { account: DayAccount }) {
  const { t } = useTranslation('requests');
  const time = useDayWords().timeIn(day.timeZone);
  return (
    <Stack gap={6}>
      {plan.length === 0 && <Text fz="sm">{t('recorded.free')}</Text>}
      {plan.map(({ shift, start, end }) => (
        <Text key={start} fz="sm">
          {t('recorded.shift', { shift: shift.name, start: time(start), end: time(end) })}
        </Text>
      ))}
      <PunchList punches={day.punches} />
    </Stack>
  );
}
