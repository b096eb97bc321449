import { Alert, Group, List, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { DayAccount as Account } from '@rollcall/contracts';
import { IconAlertTriangle, IconInfoCircle, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/api-problem.js';
import { LoadFailure } from '../../../ui/load-failure.js';
import { useAccount } from '../attendance.queries.js';
import { needsReview } from '../day-looks.js';
import { StatusBadge } from '../status-mark.js';
import { Timeline } from '../timeline/timeline.js';
import { useDayWords } from '../use-day-words.js';
import { DayFigures } from './day-figures.js';
import { PunchList } from './punch-list.js';

interface DayAccountProps {
  personId: string;
  date: string;
  /** Whether the punches are listed; elsewhere each stands with its check-in. */
  punches?: boolean;
}

/** A day: drawn, in numbers, and why it is like that. */
export function DayAccount({ personId, date, punches = true }: DayAccountProps) {
  const { t } = useTranslation('attendance');
  const account = useAccount(personId, date);
  if (isProblem(account.error, 'DAY_NOT_FOUND'))
    return (
      <Alert color="gray" variant="light" icon={<IconInfoCircle />} title={t('day.notBegun.title')}>
        {t('day.notBegun.text')}
      </Alert>
    );
  if (account.isError) return <LoadFailure error={account.error} onRetry={() => void account.refetch()} />;
  if (!account.data) return <Skeleton height={220} aria-busy="true" />;
  return <Told account={account.data} punches={punches} />;
}

function Told({ account, punches }: { account: Account; punches: boolean }) {
  const { t } = useTranslation('attendance');
  const words = useDayWords();
  const { day } = account;
  return (
    <Stack gap="lg">
      <Group gap="xs">
        <StatusBadge status={day.status} />
        {day.locked && (
          <Group gap={4} c="dimmed">
            <IconLock size={16} aria-hidden />
            <Text fz="sm">{t('day.locked')}</Text>
          </Group>
        )}
      </Group>
      <Timeline account={account} summary={words.summary(account)} />
      <DayFigures day={day} />
      <Flags account={account} />
      <section>
        <Title order={3} fz="md" mb={6}>
          {t('day.why')}
        </Title>
        <List fz="sm" spacing={4}>
          {words.sentences(account).map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      </section>
      {punches && (
        <section>
          <Title order={3} fz="md" mb={6}>
            {t('day.punches')}
          </Title>
          <PunchList punches={day.punches} />
        </section>
      )}
    </Stack>
  );
}

function Flags({ account: { day } }: { account: Account }) {
  const { t } = useTranslation('attendance');
  const groups = [
    { review: true, flags: day.flags.filter(needsReview) },
    { review: false, flags: day.flags.filter((flag) => !needsReview(flag)) },
  ];
  return groups
    .filter(({ flags }) => flags.length > 0)
    .map(({ review, flags }) => (
      <Alert
        key={String(review)}
        color={review ? 'orange' : 'gray'}
        variant="light"
        icon={review ? <IconAlertTriangle /> : <IconInfoCircle />}
        title={t(review ? 'day.flags' : 'day.notes')}
      >
        <Stack gap={8}>
          {flags.map((flag) => (
            <Text key={flag} fz="sm">
              <Text span fw={650} inherit>
                {t('day.flagTitle', { title: t(`flag.${flag}.title`) })}
              </Text>
              {t(`flag.${flag}.todo`)}
            </Text>
          ))}
        </Stack>
      </Alert>
    ));
}
