import { NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type shifts from '../shifts.en.json';
import type { ShiftForm, ShiftValues } from './shift-values.js';

type Label = keyof typeof shifts.field;
type Named<T> = { [K in keyof ShiftValues]: ShiftValues[K] extends T ? K : never }[keyof ShiftValues];
type Choice = keyof typeof shifts.choice;

interface FieldProps<Name> {
  form: ShiftForm;
  name: Name;
  label: Label;
  hint?: Label | undefined;
}
const ORDER = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[];

/** The fields of the editor, each of one kind: minutes, a time of the clock, one of several, yes or no. */
export function Minutes({
  form,
  name,
  label,
  hint,
  min = 0,
  max = 1440,
}: FieldProps<Named<number | ''>> & { min?: number; max?: number }) {
  const { t } = useTranslation('shifts');
  return (
    <NumberInput
      label={t(`field.${label}`)}
      description={hint && t(`field.${hint}`)}
      inputWrapperOrder={ORDER}
      suffix={t('minutes')}
      min={min}
      max={max}
      step={5}
      clampBehavior="blur"
      allowDecimal={false}
      allowNegative={false}
      {...form.getInputProps(name)}
    />
  );
}

export function Time({ form, name, label, hint }: FieldProps<'start' | 'end' | 'coreStart' | 'coreEnd'>) {
  const { t } = useTranslation('shifts');
  return (
    <TextInput
      type="time"
      label={t(`field.${label}`)}
      description={hint && t(`field.${hint}`)}
      inputWrapperOrder={ORDER}
      {...form.getInputProps(name)}
    />
  );
}

export function OneOf<Name extends Choice>({
  form,
  name,
  label,
  hint,
  options,
}: FieldProps<Name> & { options: readonly ShiftValues[Name][] }) {
  const { t } = useTranslation('shifts');
  const words = (value: string) => t(`choice.${name}.${value}` as 'choice.kind.fixed');
  return (
    <Select
      allowDeselect={false}
      label={t(`field.${label}`)}
      description={hint && t(`field.${hint}`)}
      inputWrapperOrder={ORDER}
      data={options.map((value) => ({ value, label: words(value) }))}
      {...form.getInputProps(name)}
    />
  );
}

export function YesNo({ form, name, label }: FieldProps<Named<boolean>>) {
  const { t } = useTranslation('shifts');
  return <Switch label={t(`field.${label}`)} {...form.getInputProps(name, { type: 'checkbox' })} />;
}
