import { ActionIcon, Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import type { Holiday } from '@rollcall/contracts';
import { IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useToast } from '../../ui/toast.js';
import { useDayWords } from '../attendance/use-day-words.js';
import { useSites } from '../organisation/organisation.queries.js';
import { useAddHoliday, useHolidays, useRemoveHoliday } from './roster.queries.js';

interface HolidayModalProps {
  date: string | null;
  editable: boolean;
  onClose: () => void;
}

/** The holidays of a day: those there are, and a form for another one. */
export function HolidayModal({ date, editable, onClose }: HolidayModalProps) {
  const { t } = useTranslation('roster');
  const words = useDayWords();
  const title = date && t('holiday.title', { date: words.date(date, 'medium') });
  return (
    <Modal opened={date !== null} onClose={onClose} title={title}>
      {date && (
        <Stack>
          <Holidays date={date} editable={editable} />
          {editable && <AddHoliday date={date} />}
        </Stack>
      )}
    </Modal>
  );
}

function Holidays({ date, editable }: { date: string; editable: boolean }) {
  const { t } = useTranslation('roster');
  const holidays = useHolidays({ from: date, to: date });
  if (holidays.data?.length === 0) return <Text c="dimmed">{t('holiday.empty')}</Text>;
  return holidays.data?.map((holiday) => (
    <HolidayLine key={holiday.id} holiday={holiday} editable={editable} />
  ));
}

function HolidayLine({ holiday, editable }: { holiday: Holiday; editable: boolean }) {
  const { t } = useTranslation('roster');
  const toast = useToast();
  const sites = useSites();
  const remove = useRemoveHoliday();
  const site = sites.data?.find(({ id }) => id === holiday.siteId)?.name ?? t('holiday.everywhere');
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text>
        {holiday.name}{' '}
        <Text span c="dimmed">
          · {site}
        </Text>
      </Text>
      {editable && (
        <ActionIcon
          variant="subtle"
          color="red"
          size="lg"
          loading={remove.isPending}
          aria-label={t('holiday.remove', { name: holiday.name })}
          onClick={() =>
            remove.mutate(holiday.id, {
              onSuccess: () => toast.done(t('holiday.removed')),
              onError: toast.failed,
            })
          }
        >
          <IconTrash size={18} />
        </ActionIcon>
      )}
    </Group>
  );
}

function AddHoliday({ date }: { date: string }) {
  const { t } = useTranslation('roster');
  const toast = useToast();
  const sites = useSites();
  const add = useAddHoliday();
  const [name, setName] = useState('');
  const [siteId, setSiteId] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { date, name: name.trim(), siteId },
      {
        onSuccess: () => {
          toast.done(t('holiday.added'));
          setName('');
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <ProblemAlert error={add.error} />
        <TextInput
          data-autofocus
          label={t('holiday.name')}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          clearable
          label={t('holiday.site')}
          placeholder={t('holiday.everywhere')}
          data={sites.data?.map(({ id, name: label }) => ({ value: id, label })) ?? []}
          value={siteId}
          onChange={setSiteId}
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={name.trim() === ''} loading={add.isPending}>
            {t('holiday.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
