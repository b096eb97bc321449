import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { personCreate, type Person, type PersonCreate } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/api-problem.js';
import { useProblemText } from '../../api/problem-text.js';
import { refusedFields, rulesOf } from '../../ui/form-rules.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { SaveChanges } from '../../ui/save-changes.js';
import { useDepartments, useSites } from '../organisation/organisation.queries.js';
import { useShifts } from '../shifts/shifts.queries.js';

interface PersonFormProps {
  person?: Person;
  submitLabel: string;
  saving: boolean;
  error: unknown;
  columns?: number;
  onSubmit: (person: PersonCreate, form: { settle: () => void; refuse: (error: unknown) => void }) => void;
}

const choices = (items: { id: string; name: string }[] = []) =>
  items.map(({ id, name }) => ({ value: id, label: name }));
const start = (person?: Person) => ({
  name: person?.name ?? '',
  employeeNo: person?.employeeNo ?? '',
  email: person?.email ?? '',
  departmentId: person?.departmentId ?? null,
  siteId: person?.siteId ?? null,
  shiftId: person?.shiftId ?? null,
});

function usePersonForm(person?: Person) {
  const { t: tUi } = useTranslation('ui');
  const problem = useProblemText();
  const rules = rulesOf(personCreate, tUi);
  const form = useForm({
    initialValues: start(person),
    validate: (values) => rules({ ...values, email: values.email || null }),
  });
  const refuse = (error: unknown) =>
    form.setErrors(
      isProblem(error, 'EMPLOYEE_NO_TAKEN') ? { employeeNo: problem.text(error) } : refusedFields(error),
    );
  return { form, refuse };
}

export function PersonForm({ person, submitLabel, saving, error, columns = 1, onSubmit }: PersonFormProps) {
  const { t } = useTranslation('people');
  const sites = useSites();
  const departments = useDepartments();
  const shifts = useShifts();
  const { form, refuse } = usePersonForm(person);
  const submit = form.onSubmit((values) => {
    onSubmit({ ...values, email: values.email || null }, { settle: form.resetDirty, refuse });
  });
  const select = { clearable: true, placeholder: t('notSet') };
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {!isProblem(error, 'EMPLOYEE_NO_TAKEN') && <ProblemAlert error={error} />}
        <SimpleGrid cols={{ base: 1, sm: columns }}>
          <TextInput
            label={t('field.name')}
            required

            data-autofocus
            {...form.getInputProps('name')}
          />
          <TextInput
            label={t('field.employeeNo')}
            required

            {...form.getInputProps('employeeNo')}
          />
          <TextInput
            type="email"
            label={t('field.email')}

            {...form.getInputProps('email')}
          />
          <Select
            {...select}
            label={t('field.department')}
            data={choices(departments.data)}
            {...form.getInputProps('departmentId')}
          />
          <Select
            {...select}
            label={t('field.site')}
            data={choices(sites.data)}
            {...form.getInputProps('siteId')}
          />
          <Select
            {...select}
            label={t('field.shift')}
            description={t('field.shiftHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={choices(shifts.data)}
            {...form.getInputProps('shiftId')}
          />
        </SimpleGrid>
        <SaveChanges saving={saving} changed={person === undefined || form.isDirty()} label={submitLabel} />
      </Stack>
    </form>
  );
}
