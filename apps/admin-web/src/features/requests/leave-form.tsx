import { Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { leaveCreate, leaveKind, type LeaveCreate, type LeaveKind } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { today } from '../../ui/calendar.js';
import { rulesOf } from '../../ui/form-rules.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { PersonPicker, type PickedPerson } from '../people/person-picker.js';
import { RequestEnd, useAsked } from './request-end.js';
import { useAskForLeave } from './requests.queries.js';

interface Values {
  person: PickedPerson | null;
  from: string;
  to: string;
  kind: LeaveKind;
  start: string;
  end: string;
  type: string;
  reason: string;
}
const asked = ({ person, start, end, reason, ...values }: Values): LeaveCreate => ({
  ...values,
  personId: person?.id ?? '',
  to: values.to || values.from,
  start: values.kind === 'hours' ? start : null,
  end: values.kind === 'hours' ? end : null,
  reason: reason || null,
});

function useLeaveForm() {
  const { t } = useTranslation('requests');
  const { t: tUi } = useTranslation('ui');
  const rules = rulesOf(leaveCreate, tUi);
  const day = today();
  const initialValues: Values = {
    person: null,
    from: day,
    to: day,
    kind: 'full',
    start: '',
    end: '',
    type: t('vacation'),
    reason: '',
  };
  return useForm({
    initialValues,
    validate: (values) => {
      const { personId, ...errors } = rules(asked(values));
      return { ...errors, ...(personId && { person: tUi('field.required') }) };
    },
  });
}

export function LeaveForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('requests');
  const onSuccess = useAsked(onDone);
  const ask = useAskForLeave();
  const form = useLeaveForm();
  const submit = form.onSubmit((values) => ask.mutate(asked(values), { onSuccess }));
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <ProblemAlert error={ask.error} />
        <PersonPicker
          label={t('field.person')}
          value={form.values.person}
          error={form.errors['person']}
          onChange={(person) => form.setFieldValue('person', person)}
        />
        <When form={form} />
        <TextInput
          label={t('field.type')}
          description={t('field.typeHint')}
          {...form.getInputProps('type')}
        />
        <RequestEnd reason={form.getInputProps('reason')} sending={ask.isPending} />
      </Stack>
    </form>
  );
}

const HINTS = { full: 'fullHint', morning: 'halfHint', afternoon: 'halfHint', hours: 'hoursHint' } as const;

function When({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation('requests');
  return (
    <Stack gap="sm">
      <SimpleGrid cols={2}>
        <TextInput type="date" label={t('field.from')} {...form.getInputProps('from')} />
        <TextInput type="date" label={t('field.to')} min={form.values.from} {...form.getInputProps('to')} />
      </SimpleGrid>
      <Select
        allowDeselect={false}
        label={t('field.kind')}
        data={leaveKind.options.map((value) => ({ value, label: t(`leaveKind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      {form.values.kind === 'hours' && (
        <SimpleGrid cols={2}>
          <TextInput type="time" label={t('field.start')} {...form.getInputProps('start')} />
          <TextInput type="time" label={t('field.end')} {...form.getInputProps('end')} />
        </SimpleGrid>
      )}
      <Text fz="xs" c="dimmed">
        {t(`field.${HINTS[form.values.kind]}`)}
      </Text>
    </Stack>
  );
}
