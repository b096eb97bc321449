import { ActionIcon, NumberInput } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import type { QualityLimit } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { MOST, unitOf, type Place } from './quality-values.js';

interface LimitFieldProps {
  limit: QualityLimit;
  place: Place;
  value: number | string;
  /** The measured one, in the field's unit. */
  fallback: number;
  disabled: boolean;
  onChange: (value: number | string) => void;
}

/** One limit with its unit and the measured default, and the way back to it. */
export function LimitField({ limit, place, value, fallback, disabled, onChange }: LimitFieldProps) {
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
      inputWrapperOrder={['input', 'description']}
      placeholder={`${fallback}${suffix}`}
      suffix={suffix}
      min={0}
      max={MOST[unit]}
      decimalScale={1}
      clampBehavior="strict"
      hideControls
      disabled={disabled}
      value={value}
      onChange={onChange}
      rightSection={
        !disabled &&
        !isDefault && (
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={t('quality.reset', { name })}
            onClick={() => onChange(fallback)}
          >
            <IconRestore size={16} />
          </ActionIcon>
        )
      }
    />
  );
}
