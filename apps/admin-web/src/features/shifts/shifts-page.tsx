import { ActionIcon, Anchor, Button, Card, EmptyState, Skeleton, Table } from '@mantine/core';
import type { Shift } from '@rollcall/contracts';
import { IconClockPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useConfirmDelete } from '../../ui/confirm-delete.js';
import { LoadFailure } from '../../ui/load-failure.js';
import { Page } from '../../ui/page.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { useDeleteShift, useShifts } from './shifts.queries.js';
import { useShiftWords } from './use-shift-words.js';

export function ShiftsPage() {
  const { t } = useTranslation('shifts');
  const may = useMay();
  const add = may('attendance.edit') && (
    <Button component={Link} to="/attendance/shifts/new" leftSection={<IconClockPlus size={18} />}>
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('title')} description={t('lead')} actions={add}>
      <Card padding={0}>
        <Shifts />
      </Card>
    </Page>
  );
}

function Shifts() {
  const { t } = useTranslation('shifts');
  const shifts = useShifts();
  if (shifts.isPending) return <Skeleton height={160} m="md" aria-busy="true" />;
  if (shifts.isError) return <LoadFailure error={shifts.error} onRetry={() => void shifts.refetch()} />;
  if (shifts.data.length === 0)
    return (
      <EmptyState py={56} icon={<IconClockPlus />} title={t('empty.title')} description={t('empty.text')} />
    );
  return (
    <Table verticalSpacing={10} horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('field.name')}</Table.Th>
          <Table.Th>{t('fact.hours')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('fact.break')}</Table.Th>
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {shifts.data.map((shift) => (
          <ShiftRow key={shift.id} shift={shift} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function ShiftRow({ shift }: { shift: Shift }) {
  const words = useShiftWords();
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/attendance/shifts/${shift.id}`} fw={600} c="inherit">
          {shift.name}
        </Anchor>
      </Table.Td>
      <Table.Td>{words.hours(shift)}</Table.Td>
      <Table.Td visibleFrom="sm">{words.breaks(shift)}</Table.Td>
      <Table.Td ta="end">
        <Remove shift={shift} />
      </Table.Td>
    </Table.Tr>
  );
}

function Remove({ shift }: { shift: Shift }) {
  const { t } = useTranslation('shifts');
  const { t: tApp } = useTranslation();
  const may = useMay();
  const toast = useToast();
  const confirm = useConfirmDelete();
  const remove = useDeleteShift();
  if (!may('attendance.edit')) return null;
  return (
    <ActionIcon
      variant="subtle"
      color="red"
      size="lg"
      aria-label={`${tApp('action.delete')}: ${shift.name}`}
      onClick={() =>
        confirm({
          title: t('delete.title', { name: shift.name }),
          text: t('delete.text'),
          onConfirm: () =>
            remove.mutate(shift.id, { onSuccess: () => toast.done(t('deleted')), onError: toast.failed }),
        })
      }
    >
      <IconTrash size={18} />
    </ActionIcon>
  );
}
