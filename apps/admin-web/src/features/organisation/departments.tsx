import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { departmentCreate, type Department } from '@rollcall/contracts';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfirmDelete } from '../../ui/confirm-delete.js';
import { refusedFields, rulesOf } from '../../ui/form-rules.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Section } from '../../ui/section.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { NamedList } from './named-list.js';
import { useDelete, useDepartments, useSaveDepartment } from './organisation.queries.js';

export function Departments() {
  const { t } = useTranslation('organisation');
  const departments = useDepartments();
  const editable = useMay()('organisation.edit');
  const [editing, setEditing] = useState<Department | 'new' | null>(null);
  const confirm = useConfirmDelete();
  const toast = useToast();
  const remove = useDelete('departments');
  const add = editable && (
    <Button size="xs" variant="light" leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
      {t('department.add')}
    </Button>
  );
  return (
    <Section title={t('department.title')} description={t('department.lead')} actions={add}>
      <NamedList
        query={departments}
        empty={t('department.empty')}
        editable={editable}
        onEdit={setEditing}
        onDelete={(department) =>
          confirm({
            title: t('department.delete', { name: department.name }),
            text: t('department.deleteText'),
            onConfirm: () => remove.mutate(department.id, { onError: toast.failed }),
          })
        }
      />
      <Modal
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={t(editing === 'new' ? 'department.add' : 'department.edit')}
      >
        {editing && (
          <DepartmentForm department={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />
        )}
      </Modal>
    </Section>
  );
}

function DepartmentForm({ department, onDone }: { department: Department | null; onDone: () => void }) {
  const { t } = useTranslation('organisation');
  const { t: tApp } = useTranslation();
  const { t: tUi } = useTranslation('ui');
  const save = useSaveDepartment(department?.id ?? null);
  const form = useForm({
    initialValues: { name: department?.name ?? '' },
    validate: rulesOf(departmentCreate, tUi),
  });
  const submit = form.onSubmit((values) =>
    save.mutate(values, { onSuccess: onDone, onError: (error) => form.setErrors(refusedFields(error)) }),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <ProblemAlert error={save.error} />
        <TextInput data-autofocus label={t('name')} {...form.getInputProps('name')} />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {tApp('action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
