import { ActionIcon, NumberInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { IconRestore } from '@tabler/icons-react';
import type { QualityLimit } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { unitOf, type Place } from './quality-values.js';

interface LimitFieldProps {
  limit: QualityLimit;
  place: Place;
  value: number | string;
  /** The measured one, in the field's unit. */
  fallback: number;
  disabled: boolean;
  /** Of the form. */
  input: GetInputPropsReturnType;
  onReset: () => void;
}

/** One limit with its unit and the measured default, and the way back to it. */
export function LimitField({ limit, place, value, fallback, disabled, input, onReset }: LimitFieldProps) {
  const { t } = useTranslation('settings');
  const unit = unitOf(limit);
  const suffix = t(`quality.unit.${unit}`);
  const isDefault = value === '' || value === fallback;
  const name = `${t(`quality.limit.${limit}`)}: ${t(`quality.${place}`)}`;
  return (
    <NumberInput
      aria-label={name}
      description={
        isDefault ? t('recognition.default') : t('quality.measured', { value: `${fallback}${suffix}` })
      }
      inputWrapperOrder={['input', 'error', 'description']}
      placeholder={`${fallback}${suffix}`}
      suffix={suffix}
      decimalScale={1}
      clampBehavior="none"
      hideControls
      disabled={disabled}
      {...input}
      rightSection={
        !disabled &&
        !isDefault && (
          <ActionIcon variant="subtle" size="sm" aria-label={t('quality.reset', { name })} onClick={onReset}>
            <IconRestore size={16} />
          </ActionIcon>
        )
      }
    />
  );
}
