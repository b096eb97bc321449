import { Input, Slider, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useShares } from './use-shares.js';

const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1];
const MARKED = [0.001, 0.01, 0.1];

const nearest = (share: number): number =>
  STEPS.reduce(
    (best, step, index) =>
      Math.abs(Math.log(step / share)) < Math.abs(Math.log((STEPS[best] ?? 1) / share)) ? index : best,
    0,
  );

interface AskedShareProps {
  value: number;
  disabled?: boolean;
  onChange: (fpir: number) => void;
}

/** How many strangers may be taken for somebody, in the steps in which people think of it. */
export function AskedShare({ value, disabled = false, onChange }: AskedShareProps) {
  const { t } = useTranslation('calibration');
  const shares = useShares();
  return (
    <Input.Wrapper label={t('asked.label')} description={t('asked.hint')} maw={560}>
      <Text fw={700} mt={4}>
        {t('asked.value', { share: shares.strangers(value) })}
      </Text>
      <Slider
        mt="xs"
        mb="xl"
        min={0}
        max={STEPS.length - 1}
        step={1}
        disabled={disabled}
        value={nearest(value)}
        onChange={(index) => onChange(STEPS[index] ?? value)}
        label={(index) => shares.percent(STEPS[index] ?? 0)}
        thumbLabel={t('asked.label')}
        thumbValueText={shares.strangers(value)}
        marks={STEPS.map((step, index) => ({
          value: index,
          label: MARKED.includes(step) ? shares.percent(step) : null,
        }))}
      />
    </Input.Wrapper>
  );
}
