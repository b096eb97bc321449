import { Alert, Button, Drawer, EmptyState, Skeleton, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReportSchedulePage } from '@rollcall/contracts';
import { IconMailForward, IconMailOff, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LoadFailure } from '../../../ui/load-failure.js';
import { Section } from '../../../ui/section.js';
import { useMay } from '../../auth/permissions.js';
import type { Look, Wish } from '../reports.queries.js';
import { ScheduleCard } from './schedule-card.js';
import { ScheduleForm } from './schedule-form.js';
import { useSchedules } from './schedules.queries.js';

/** Reports that are mailed again and again: which, to whom, and one more. */
export function MailTab({ wish, look }: { wish: Wish; look: Look }) {
  const { t } = useTranslation('reports');
  const [adding, { open, close }] = useDisclosure();
  const editable = useMay()('reports.schedule');
  const schedules = useSchedules();
  const onAdd = editable && schedules.data?.mailIsSetUp ? open : null;
  const add = onAdd && schedules.data && schedules.data.items.length > 0 && (
    <Button size="xs" variant="light" leftSection={<IconPlus size={16} />} onClick={onAdd}>
      {t('mail.add')}
    </Button>
  );
  return (
    <Section title={t('mail.title')} description={t('mail.lead')} actions={add}>
      {schedules.isPending && <Skeleton height={120} aria-busy="true" />}
      {schedules.isError && <LoadFailure error={schedules.error} onRetry={() => void schedules.refetch()} />}
      {schedules.data && <Schedules {...schedules.data} editable={editable} onAdd={onAdd} />}
      <Drawer size="lg" opened={adding} onClose={close} title={t('mail.form.title')}>
        <ScheduleForm wish={wish} look={look} onDone={close} />
      </Drawer>
    </Section>
  );
}

interface SchedulesProps extends ReportSchedulePage {
  editable: boolean;
  onAdd: (() => void) | null;
}

function Schedules({ items, mailIsSetUp, editable, onAdd }: SchedulesProps) {
  const { t } = useTranslation('reports');
  return (
    <Stack gap="sm">
      {!mailIsSetUp && (
        <Alert color="yellow" icon={<IconMailOff />} title={t('mail.notSetUp.title')}>
          {t('mail.notSetUp.text')}
        </Alert>
      )}
      {items.map((schedule) => (
        <ScheduleCard key={schedule.id} schedule={schedule} editable={editable} />
      ))}
      {items.length === 0 && <NoSchedules onAdd={onAdd} />}
    </Stack>
  );
}

function NoSchedules({ onAdd }: Pick<SchedulesProps, 'onAdd'>) {
  const { t } = useTranslation('reports');
  return (
    <EmptyState
      py={40}
      variant="light"
      icon={<IconMailForward />}
      title={t('mail.empty.title')}
      description={t('mail.empty.text')}
    >
      {onAdd && (
        <EmptyState.Actions>
          <Button onClick={onAdd}>{t('mail.add')}</Button>
        </EmptyState.Actions>
      )}
    </EmptyState>
  );
}
