import { Button, Group, Input, Slider, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../ui/moments.js';

const TWO = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
const STEP = 0.01;

interface CosineSliderProps {
  label: string;
  description: string;
  max: number;
  value: number;
  fallback: number;
  disabled: boolean;
  onChange: (value: number) => void;
}

export const isNear = (a: number, b: number) => Math.abs(a - b) < STEP / 10;

/** A cosine with the measured default marked, and the way back to it. */
export function CosineSlider({
  label,
  description,
  max,
  value,
  fallback,
  disabled,
  onChange,
}: CosineSliderProps) {
  const { t } = useTranslation('settings');
  const { number } = useMoments();
  return (
    <Input.Wrapper label={label} description={description}>
      <Slider
        mt="xs"
        mb="xl"
        min={0}
        max={max}
        step={STEP}
        disabled={disabled}
        value={value}
        onChange={onChange}
        label={(shown) => number(shown, TWO)}
        thumbLabel={label}
        thumbValueText={number(value, TWO)}
        marks={[{ value: fallback, label: t('recognition.default') }]}
      />
      <Group justify="space-between" gap="xs" mih={26}>
        <Text fw={700}>{number(value, TWO)}</Text>
        {!disabled && !isNear(value, fallback) && (
          <Button variant="subtle" size="compact-sm" onClick={() => onChange(fallback)}>
            {t('recognition.reset')}
          </Button>
        )}
      </Group>
    </Input.Wrapper>
  );
}
