import {
  Button,
  Drawer,
  Group,
  Paper,
  Popover,
  Skeleton,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import type { RosterRow, ShiftAssignment } from '@rollcall/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../ui/calendar.js';
import { useConfirmDelete } from '../../ui/confirm-delete.js';
import { LoadFailure } from '../../ui/load-failure.js';
import { useToast } from '../../ui/toast.js';
import { NumberedName } from '../people/numbered-name.js';
import { usePerson } from '../people/people.queries.js';

import { useShifts } from '../shifts/shifts.queries.js';
import { useAssignments, useDeleteAssignment, useEndAssignment } from './roster.queries.js';
import { useAssignmentWords } from './use-assignment-words.js';

interface AssignmentsDrawerProps {
  row: RosterRow | null;
  editable: boolean;
  onClose: () => void;
}

/** Everything that says what somebody works, in the order in which it counts. */
export function AssignmentsDrawer({ row, editable, onClose }: AssignmentsDrawerProps) {
  const { t } = useTranslation('roster');
  const title = row && (
    <NumberedName name={t('assignments.title', row.person)} employeeNo={row.person.employeeNo} />
  );
  return (
    <Drawer size="lg" opened={row !== null} onClose={onClose} title={title}>
      {row && (
        <Stack gap="xl">
          <Assignments title={t('assignments.own')} whose={{ personId: row.person.id }} editable={editable} />
          {row.departmentId && (
            <Assignments
              title={t('assignments.department')}
              whose={{ departmentId: row.departmentId }}
              editable={editable}
            />
          )}
          <Usual personId={row.person.id} />
        </Stack>
      )}
    </Drawer>
  );
}

interface AssignmentsProps {
  title: string;
  whose: { personId: string } | { departmentId: string };
  editable: boolean;
}

function Assignments({ title, whose, editable }: AssignmentsProps) {
  const { t } = useTranslation('roster');
  const assignments = useAssignments(whose);
  return (
    <section>
      <Title order={3} fz="md" mb="sm">
        {title}
      </Title>
      {assignments.isError && (
        <LoadFailure error={assignments.error} onRetry={() => void assignments.refetch()} />
      )}
      {assignments.isPending && <Skeleton height={70} />}
      {assignments.data?.length === 0 && <Text c="dimmed">{t('assignments.none')}</Text>}
      <Stack gap="sm">
        {assignments.data?.map((assignment) => (
          <Assignment key={assignment.id} assignment={assignment} editable={editable} />
        ))}
      </Stack>
    </section>
  );
}

function Assignment({ assignment, editable }: { assignment: ShiftAssignment; editable: boolean }) {
  const words = useAssignmentWords();
  return (
    <Paper withBorder p="sm" radius="md">
      <Group justify="space-between" gap="sm">
        <div style={{ flex: '1 1 200px' }}>
          <Text fw={600}>{words.what(assignment)}</Text>
          <Text fz="sm" c="dimmed">
            {words.when(assignment)}
          </Text>
        </div>
        {editable && (
          <Group gap="xs">
            <End assignment={assignment} />
            <Delete assignment={assignment} />
          </Group>
        )}
      </Group>
    </Paper>
  );
}

function End({ assignment }: { assignment: ShiftAssignment }) {
  const { t } = useTranslation('roster');
  const toast = useToast();
  const end = useEndAssignment(assignment.id);
  const [to, setTo] = useState(assignment.to ?? today());
  const [opened, setOpened] = useState(false);
  const submit = () =>
    end.mutate(to, {
      onSuccess: () => {
        toast.done(t('assignments.ended'));
        setOpened(false);
      },
      onError: toast.failed,
    });
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withArrow>
      <Popover.Target>
        <Button size="xs" variant="default" onClick={() => setOpened(!opened)}>
          {t('assignments.end')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            type="date"
            size="xs"
            label={t('assignments.endOn')}
            min={assignment.from}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Button size="xs" disabled={to === ''} loading={end.isPending} onClick={submit}>
            {t('assignments.end')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}

function Delete({ assignment }: { assignment: ShiftAssignment }) {
  const { t } = useTranslation('roster');
  const toast = useToast();
  const confirm = useConfirmDelete();
  const remove = useDeleteAssignment();
  const ask = () =>
    confirm({
      title: t('assignments.deleteTitle'),
      text: t('assignments.deleteText'),
      onConfirm: () =>
        remove.mutate(assignment.id, {
          onSuccess: () => toast.done(t('assignments.deleted')),
          onError: toast.failed,
        }),
    });
  return (
    <Button size="xs" variant="subtle" color="red" loading={remove.isPending} onClick={ask}>
      {t('assignments.delete')}
    </Button>
  );
}

function Usual({ personId }: { personId: string }) {
  const { t } = useTranslation('roster');
  const person = usePerson(personId);
  const shifts = useShifts();
  const usual = shifts.data?.find(({ id }) => id === person.data?.shiftId);
  return (
    <section>
      <Title order={3} fz="md" mb="sm">
        {t('assignments.usual')}
      </Title>
      {usual ? (
        <>
          <Text fw={600}>{usual.name}</Text>
          <Text fz="sm" c="dimmed">
            {t('assignments.usualText')}
          </Text>
        </>
      ) : (
        <Text c="dimmed">{t('assignments.none')}</Text>
      )}
    </section>
  );
}
