import {
  Button,
  Chip,
  Group,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { shiftAssignmentCreate } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { rulesOf } from '../../ui/form-rules.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useToast } from '../../ui/toast.js';
import { useDepartments } from '../organisation/organisation.queries.js';
import { PersonPicker } from '../people/person-picker.js';
import { useShifts } from '../shifts/shifts.queries.js';
import { asked, startAssigning, type Assigning } from './assign-values.js';
import { RotationFields } from './rotation-fields.js';
import { useAssign } from './roster.queries.js';
import { useWeekdays } from './use-weekdays.js';

function useAssignForm(from: string): Assigning {
  const { t: tUi } = useTranslation('ui');
  const rules = rulesOf(shiftAssignmentCreate, tUi);
  return useForm({
    initialValues: startAssigning(from),
    validate: (values) => {
      const { personId, departmentId, ...errors } = rules(asked(values));
      const missing = tUi('field.required');
      return {
        ...errors,
        ...(personId && { person: missing, departmentId: missing }),
        ...(departmentId && { departmentId: missing }),
      };
    },
  });
}

/** An assignment in full: to a person or a department, one shift or several in turn, on some weekdays of some time. */
export function AssignForm({ from, onDone }: { from: string; onDone: () => void }) {
  const { t } = useTranslation('roster');
  const toast = useToast();
  const assign = useAssign();
  const form = useAssignForm(from);
  const weekdays = useWeekdays();
  const submit = form.onSubmit((values) =>
    assign.mutate(asked(values), {
      onSuccess: () => {
        toast.done(t('assigned'));
        onDone();
      },
    }),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <ProblemAlert error={assign.error} />
        <Who form={form} />
        <What form={form} />
        <SimpleGrid cols={2}>
          <TextInput type="date" label={t('form.from')} {...form.getInputProps('from')} />
          <TextInput
            type="date"
            label={t('form.to')}
            description={t('form.toHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            min={form.values.from}
            {...form.getInputProps('to')}
          />
        </SimpleGrid>
        <div role="group" aria-label={t('form.weekdays')}>
          <Text fz="sm" fw={500} mb={6}>
            {t('form.weekdays')}
          </Text>
          <Chip.Group multiple {...form.getInputProps('weekdays')}>
            <Group gap={6}>
              {weekdays.map(({ day, name }) => (
                <Chip key={day} value={String(day)} size="sm">
                  {name}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          {form.errors['weekdays'] && (
            <Text c="red" fz="sm">
              {form.errors['weekdays']}
            </Text>
          )}
        </div>
        <Text fz="sm" c="dimmed">
          {t('form.hint')}
        </Text>
        <Group justify="flex-end">
          <Button type="submit" loading={assign.isPending}>
            {t('form.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Who({ form }: { form: Assigning }) {
  const { t } = useTranslation('roster');
  const departments = useDepartments();
  return (
    <>
      <SegmentedControl
        aria-label={t('form.who')}
        data={[
          { value: 'person', label: t('form.toPerson') },
          { value: 'department', label: t('form.toDepartment') },
        ]}
        {...form.getInputProps('whom')}
      />
      {form.values.whom === 'person' ? (
        <PersonPicker
          label={t('form.person')}
          value={form.values.person}
          error={form.errors['person']}
          onChange={(person) => form.setFieldValue('person', person)}
        />
      ) : (
        <Select
          label={t('form.department')}
          data={departments.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          {...form.getInputProps('departmentId')}
        />
      )}
    </>
  );
}

function What({ form }: { form: Assigning }) {
  const { t } = useTranslation('roster');
  const shifts = useShifts();
  const choices = shifts.data?.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return (
    <>
      <SegmentedControl
        aria-label={t('form.what')}
        data={[
          { value: 'one', label: t('form.oneShift') },
          { value: 'turns', label: t('form.rotation') },
        ]}
        {...form.getInputProps('what')}
      />
      {form.values.what === 'one' ? (
        <Select label={t('form.shift')} data={choices} {...form.getInputProps('shiftId')} />
      ) : (
        <RotationFields form={form} choices={choices} />
      )}
    </>
  );
}
