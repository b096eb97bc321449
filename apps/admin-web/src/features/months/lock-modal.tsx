import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import type { AttendancePeriod } from '@rollcall/contracts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthOf, today } from '../../ui/calendar.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useToast } from '../../ui/toast.js';
import { useLockMonth, useUnlockMonth } from './months.queries.js';
import { Obstacles, obstaclesOf } from './obstacles.js';

interface MonthModalProps {
  period: AttendancePeriod;
  /** The month in words. */
  month: string;
  onClose: () => void;
}

/** Says what it means before a month is locked. */
export function LockModal({ period, month, onClose }: MonthModalProps) {
  const { t } = useTranslation('months');
  const { t: tApp } = useTranslation();
  const toast = useToast();
  const lock = useLockMonth(period.month);
  const running = monthOf(`${period.month}-01`).to >= today();
  const confirm = () =>
    lock.mutate(undefined, {
      onSuccess: () => {
        toast.done(t('lock.done', { month }));
        onClose();
      },
    });
  return (
    <Modal opened onClose={onClose} title={t('lock.title', { month })}>
      <Stack>
        <ProblemAlert error={lock.error} />
        <Text fz="sm">{t('lock.text')}</Text>
        {running && (
          <Alert color="orange" variant="light" icon={<IconAlertTriangle />}>
            {t('lock.running')}
          </Alert>
        )}
        {obstaclesOf(period).length > 0 && (
          <div>
            <Text fz="sm" mb={4}>
              {t('lock.obstacles')}
            </Text>
            <Obstacles period={period} />
          </div>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {tApp('action.cancel')}
          </Button>
          <Button color={running ? 'orange' : undefined} loading={lock.isPending} onClick={confirm}>
            {t('lock.button')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

export function UnlockModal({ period, month, onClose }: MonthModalProps) {
  const { t } = useTranslation('months');
  const { t: tApp } = useTranslation();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const unlock = useUnlockMonth(period.month);
  const confirm = () =>
    unlock.mutate(reason.trim(), {
      onSuccess: () => {
        toast.done(t('unlock.done', { month }));
        onClose();
      },
    });
  return (
    <Modal opened onClose={onClose} title={t('unlock.title', { month })}>
      <Stack>
        <ProblemAlert error={unlock.error} />
        <Text fz="sm">{t('unlock.text')}</Text>
        <Textarea
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          label={t('unlock.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {tApp('action.cancel')}
          </Button>
          <Button color="orange" disabled={reason.trim() === ''} loading={unlock.isPending} onClick={confirm}>
            {t('unlock.button')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
