import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileSearch, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useToast } from '../../../ui/toast.js';
import { useMay } from '../../auth/permissions.js';
import type { PickedPerson } from '../../people/person-picker.js';
import { CorrectionForm } from '../../requests/correction-form.js';
import { useAccount, useDecideOvertime } from '../attendance.queries.js';

interface DayActionsProps {
  person: PickedPerson;
  date: string;
  /** On the page that tells what made the record there is no link to it. */
  linked?: boolean;
}

/** What can be done about a day. Nothing in a locked month. */
export function DayActions({ person, date, linked = true }: DayActionsProps) {
  const { t } = useTranslation('attendance');
  const may = useMay();
  const account = useAccount(person.id, date);
  const [correcting, { open, close }] = useDisclosure();
  if (!account.data) return null;
  const editable = may('attendance.edit') && !account.data.day.locked;
  return (
    <Group gap="sm">
      {editable && <Overtime personId={person.id} date={date} />}
      {editable && (
        <Button variant="default" leftSection={<IconPencil size={17} />} onClick={open}>
          {t('day.correct')}
        </Button>
      )}
      {linked && (
        <Button
          variant="subtle"
          component={Link}
          to={`/people/${person.id}/attendance/${date}`}
          leftSection={<IconFileSearch size={17} />}
        >
          {t('day.record')}
        </Button>
      )}
      <Modal opened={correcting} onClose={close} size="lg" title={t('day.correct')}>
        <CorrectionForm person={person} date={date} onDone={close} />
      </Modal>
    </Group>
  );
}

function Overtime({ personId, date }: { personId: string; date: string }) {
  const { t } = useTranslation('attendance');
  const toast = useToast();
  const decide = useDecideOvertime();
  const { data: account } = useAccount(personId, date);
  const waits = account?.day.flags.includes('overtime-unapproved');
  if (!account || (!waits && !account.overtimeApproved)) return null;
  const say = (approved: boolean) =>
    decide.mutate(
      { personId, date, approved },
      { onSuccess: () => toast.done(t(approved ? 'day.approved' : 'day.withdrawn')), onError: toast.failed },
    );
  return (
    <Button
      variant={waits ? 'filled' : 'default'}
      loading={decide.isPending}
      onClick={() => say(Boolean(waits))}
    >
      {t(waits ? 'day.approve' : 'day.withdraw')}
    </Button>
  );
}
