import { Grid, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { correctionCreate, type CorrectionCreate } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { isDay, today } from '../../ui/calendar.js';
import { rulesOf } from '../../ui/form-rules.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { PersonPicker, type PickedPerson } from '../people/person-picker.js';
import { RecordedDay } from './recorded-day.js';
import { RequestEnd, useAsked } from './request-end.js';
import { useAskForCorrection } from './requests.queries.js';

interface CorrectionFormProps {
  /** Whose day it is, where that is known. */
  person?: PickedPerson | undefined;
  date?: string | undefined;
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

function useCorrectionForm({ person, date }: Omit<CorrectionFormProps, 'onDone'>) {
  const { t } = useTranslation('requests');
  const { t: tUi } = useTranslation('ui');
  const rules = rulesOf(correctionCreate, tUi);
  const initialValues: Values = {
    person: person ?? null,
    date: date ?? today(),
    in: '',
    out: '',
    reason: '',
  };
  return useForm({
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
}

/** Asks for a day to be corrected: what is left empty stays as the kiosks saw it. */
export function CorrectionForm({ person, date, onDone }: CorrectionFormProps) {
  const { t } = useTranslation('requests');
  const ask = useAskForCorrection();
  const onSuccess = useAsked(onDone);
  const form = useCorrectionForm({ person, date });
  const submit = form.onSubmit((values) => ask.mutate(asked(values), { onSuccess }));
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
        <Times form={form} />
        <RequestEnd reason={form.getInputProps('reason')} sending={ask.isPending} />
      </Stack>
    </form>
  );
}

/** The times as they should be, beside the punches that they will change. */
function Times({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation('requests');
  const { person, date } = form.values;
  const known = person !== null && isDay(date);
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, sm: known ? 6 : 12 }}>
        <Stack gap="xs">
          <SimpleGrid cols={2}>
            <TextInput type="time" label={t('field.in')} data-autofocus {...form.getInputProps('in')} />
            <TextInput type="time" label={t('field.out')} {...form.getInputProps('out')} />
          </SimpleGrid>
          <Text fz="xs" c="dimmed">
            {t('timesHint')}
          </Text>
        </Stack>
      </Grid.Col>
      {known && (
        <Grid.Col span={{ base: 12, sm: 6 }}>
          <RecordedDay personId={person.id} date={date} />
        </Grid.Col>
      )}
      <Grid.Col span={12}>
        <Text fz="sm">{t('effect')}</Text>
      </Grid.Col>
    </Grid>
  );
}
