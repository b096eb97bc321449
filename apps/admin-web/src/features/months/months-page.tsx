import { Badge, Button, Card, EmptyState, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { AttendancePeriod } from '@rollcall/contracts';
import { IconCalendarDollar, IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { today } from '../../ui/calendar.js';
import { Denied } from '../../ui/denied.js';
import { LoadFailure } from '../../ui/load-failure.js';
import { useLocale } from '../../ui/locale.js';
import { formatLocal, useMoments } from '../../ui/moments.js';
import { Page } from '../../ui/page.js';
import { useMay } from '../auth/permissions.js';
import { useActorName } from '../users/actor-name.js';
import { LockModal, UnlockModal } from './lock-modal.js';
import { useMonths } from './months.queries.js';
import { Obstacles } from './obstacles.js';

export function MonthsPage() {
  const { t } = useTranslation('months');
  const may = useMay();
  if (!may('attendance.read')) return <Denied />;
  return (
    <Page title={t('title')} description={t('lead')}>
      <Months />
    </Page>
  );
}

function Months() {
  const { t } = useTranslation('months');
  const months = useMonths();
  if (months.isPending) return <Skeleton height={180} aria-busy="true" />;
  if (months.isError) return <LoadFailure error={months.error} onRetry={() => void months.refetch()} />;
  if (months.data.length === 0)
    return (
      <EmptyState
        py={56}
        icon={<IconCalendarDollar />}
        title={t('empty.title')}
        description={t('empty.text')}
      />
    );
  return (
    <Stack gap="md">
      {months.data.map((period) => (
        <Month key={period.month} period={period} />
      ))}
    </Stack>
  );
}

function Month({ period }: { period: AttendancePeriod }) {
  const { t } = useTranslation('months');
  const locale = useLocale();
  const { number } = useMoments();
  const month = formatLocal(`${period.month}-01T00:00:00`, locale, { year: 'numeric', month: 'long' });
  return (
    <Card component="article" aria-label={month} padding="md">
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={6} style={{ flex: '1 1 280px' }}>
          <Group gap="sm">
            <Text fw={650} fz="lg">
              {month}
            </Text>
            <Badge color={period.locked ? 'petrol' : 'gray'}>{t(period.locked ? 'locked' : 'open')}</Badge>
            <Text fz="sm" c="dimmed">
              {t('days', { count: period.days, days: number(period.days) })}
            </Text>
          </Group>
          <LockedBy period={period} />
          <Obstacles period={period} />
        </Stack>
        <Actions period={period} month={month} />
      </Group>
    </Card>
  );
}

function LockedBy({ period: { lockedAt, lockedBy } }: { period: AttendancePeriod }) {
  const { t } = useTranslation('months');
  const actor = useActorName();
  const { instant } = useMoments();
  if (!lockedAt || !lockedBy) return null;
  return (
    <Text fz="sm" c="dimmed">
      {t('lockedBy', { name: actor(lockedBy), when: instant(lockedAt) })}
    </Text>
  );
}

function Actions({ period, month }: { period: AttendancePeriod; month: string }) {
  const { t } = useTranslation('months');
  const may = useMay();
  const [asking, setAsking] = useState(false);
  // Of a month that has not begun there is nothing to keep.
  const begun = `${period.month}-01` <= today();
  const allowed = period.locked ? may('attendance.unlock') : begun && may('attendance.edit');
  const close = () => setAsking(false);
  return (
    <Group gap="sm">
      <Button variant="default" component={Link} to={`/attendance?view=month&at=${period.month}-01`}>
        {t('look')}
      </Button>
      {allowed && (
        <Button
          variant={period.locked ? 'default' : 'filled'}
          leftSection={period.locked ? <IconLockOpen size={17} /> : <IconLock size={17} />}
          onClick={() => setAsking(true)}
        >
          {t(period.locked ? 'unlock.button' : 'lock.button')}
        </Button>
      )}
      {asking && period.locked && <UnlockModal period={period} month={month} onClose={close} />}
      {asking && !period.locked && <LockModal period={period} month={month} onClose={close} />}
    </Group>
  );
}
