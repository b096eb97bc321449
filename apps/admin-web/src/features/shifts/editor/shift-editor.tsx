import { Box, Button, Card, Grid, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { shiftCreate, type Shift } from '@rollcall/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isProblem } from '../../../api/api-problem.js';
import { useProblemText } from '../../../api/problem-text.js';
import { today } from '../../../ui/calendar.js';
import { rulesOf } from '../../../ui/form-rules.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useToast } from '../../../ui/toast.js';
import { useCreateShift, useUpdateShift } from '../shifts.queries.js';
import { ShiftSections } from './shift-sections.js';
import { fieldsOf, valuesOf, type ShiftValues } from './shift-values.js';
import { TryIt } from './try-it.js';
import { useMisfits } from './use-misfits.js';

/** The form of a shift, and beside it what it makes of a day while somebody types. */
export function ShiftEditor({ shift }: { shift: Shift | null }) {
  const { form, save, error, saving, validFrom, setValidFrom } = useShiftEditor(shift);
  const { t } = useTranslation('shifts');
  const { t: tApp } = useTranslation();
  return (
    <form noValidate onSubmit={save}>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 6 }} order={{ base: 2, lg: 1 }}>
          <ShiftSections form={form} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 6 }} order={{ base: 1, lg: 2 }}>
          <Box pos="sticky" top={24}>
            <TryIt values={form.values} />
          </Box>
        </Grid.Col>
      </Grid>
      <Card padding="md" mt="lg" pos="sticky" bottom={12} shadow="md" style={{ zIndex: 2 }}>
        <Stack gap="sm">
          <ProblemAlert error={error} />
          <Group justify="space-between" align="flex-end">
            {shift && (
              <TextInput
                type="date"
                label={t('field.validFrom')}
                description={t('field.validFromHint')}
                value={validFrom}
                onChange={(event) => setValidFrom(event.currentTarget.value)}
              />
            )}
            <Button ml="auto" type="submit" loading={saving} disabled={shift !== null && !form.isDirty()}>
              {tApp(shift ? 'action.save' : 'action.create')}
            </Button>
          </Group>
        </Stack>
      </Card>
    </form>
  );
}

function useShiftEditor(shift: Shift | null) {
  const { t } = useTranslation('shifts');
  const { t: tApp } = useTranslation();
  const { t: tUi } = useTranslation('ui');
  const toast = useToast();
  const problem = useProblemText();
  const misfits = useMisfits();
  const navigate = useNavigate();
  const create = useCreateShift();
  const update = useUpdateShift(shift?.id ?? '');
  const [validFrom, setValidFrom] = useState(today());
  const rules = rulesOf(shiftCreate, tUi);
  const form = useForm<ShiftValues>({
    initialValues: valuesOf(shift),
    validate: (values) => rules(fieldsOf(values)),
  });
  const error = create.error ?? update.error;
  const taken = isProblem(error, 'SHIFT_NAME_TAKEN');
  const onError = (cause: unknown) =>
    form.setErrors(isProblem(cause, 'SHIFT_NAME_TAKEN') ? { name: problem.text(cause) } : misfits(cause));
  const save = form.onSubmit((values) => {
    if (!shift)
      return create.mutate(fieldsOf(values), {
        onSuccess: () => {
          toast.done(t('created'));
          void navigate('/attendance/shifts');
        },
        onError,
      });
    const { name, ...fields } = fieldsOf(values);
    const changed = Object.entries(fields).some(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(shift[field as keyof Shift]),
    );
    update.mutate(changed ? { name, ...fields, validFrom } : { name }, {
      onSuccess: () => {
        toast.done(tApp('saved'));
        form.resetDirty();
      },
      onError,
    });
  });
  return {
    form,
    save,
    error: taken ? null : error,
    saving: create.isPending || update.isPending,
    validFrom,
    setValidFrom,
  };
}
