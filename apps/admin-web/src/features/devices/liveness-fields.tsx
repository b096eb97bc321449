import { Input, NumberInput, SegmentedControl } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { LIVENESS_OPTIONS, type LivenessValues } from './liveness-values.js';

interface LivenessFieldsProps {
  form: {
    values: LivenessValues;
    getInputProps: (field: keyof LivenessValues) => GetInputPropsReturnType;
  };
}

/** Whether faces before a kiosk have to be alive, and how surely. */
export function LivenessFields({ form }: LivenessFieldsProps) {
  const { t } = useTranslation('devices');
  return (
    <>
      <Input.Wrapper label={t('field.liveness')} description={t('field.livenessHint')}>
        <SegmentedControl
          mt={6}
          fullWidth
          data={LIVENESS_OPTIONS.map((value) => ({ value, label: t(`field.livenessOption.${value}`) }))}
          {...form.getInputProps('liveness')}
        />
      </Input.Wrapper>
      {form.values.liveness !== 'off' && (
        <NumberInput
          label={t('field.livenessThreshold')}
          description={t('field.livenessThresholdHint')}
          step={0.05}
          decimalScale={2}
          clampBehavior="none"
          {...form.getInputProps('livenessThreshold')}
        />
      )}
    </>
  );
}
