import { Button, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { correctionCreate, type CorrectionCreate } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { today } from '../../ui/calendar.js';
import { rulesOf } from '../../ui/form-rules.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useToast } from '../../ui/toast.js';
import { PersonPicker, type PickedPerson } from '../people/person-picker.js';
import { useAskForCorrection } from './requests.queries.js';

interface CorrectionFormProps {
  /** Whose day it is, where that is known. */
  person?: PickedPerson;
  date?: string;
  onDone: () => void;
}

interface Values {
  person: PickedPerson | null;
  date: string;
  in: string;
  out: string;
  reason: string;
}
const asked = ({ person, date, reason, ...times }: Values): CorrectionCreate => ({
  personId: person?.id ?? '',
  date,
  in: times.in || null,
  out: times.out || null,
  reason,
});

/** Asks for a day to be corrected: what is left empty stays as the kiosks saw it. */
export function CorrectionForm({ person, date, onDone }: CorrectionFormProps) {
  const { t } = useTranslation('requests');
  const { t: tUi } = useTranslation('ui');
  const toast = useToast();
  const ask = useAskForCorrection();
  const rules = rulesOf(correctionCreate, tUi);
  const initialValues: Values = {
    person: person ?? null,
    date: date ?? today(),
    in: '',
    out: '',
    reason: '',
  };
  const form = useForm({
    initialValues,
    validate: (values) => {
      const { personId, in: came, ...errors } = rules(asked(values));
      return {
        ...errors,
        ...(personId && { person: tUi('field.required') }),
        ...(came && { in: t('oneTime') }),
      };
    },
  });
  const submit = form.onSubmit((values) =>
    ask.mutate(asked(values), {
      onSuccess: () => {
        toast.done(t('asked'));
        onDone();
      },
    }),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <ProblemAlert error={ask.error} />
        {!person && (
          <PersonPicker
            label={t('field.person')}
            value={form.values.person}
            error={form.errors['person']}
            onChange={(picked) => form.setFieldValue('person', picked)}
          />
        )}
        {!date && <TextInput type="date" label={t('field.date')} {...form.getInputProps('date')} />}
        <Text fz="sm" c="dimmed">
          {t('timesHint')}
        </Text>
        <SimpleGrid cols={2}>
          <TextInput type="time" label={t('field.in')} data-autofocus {...form.getInputProps('in')} />
          <TextInput
            type="time"
            label={t('field.out')}
            description={t('field.outHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps('out')}
          />
        </SimpleGrid>
        <Textarea autosize minRows={2} label={t('field.reason')} {...form.getInputProps('reason')} />
        <Group justify="flex-end">
          <Button type="submit" loading={ask.isPending}>
            {t('send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
