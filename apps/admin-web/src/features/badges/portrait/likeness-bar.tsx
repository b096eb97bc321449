import { Box } from '@mantine/core';
import type { PortraitLikeness } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../../ui/moments.js';
import { ThresholdMeter } from '../../../ui/threshold-meter.js';

interface LikenessBarProps {
  likeness: Pick<PortraitLikeness, 'threshold' | 'recognisable'>;
  similarity: number;
}

/** How alike portrait and photos are, as a number and a bar, and from where on that is enough. */
export function LikenessBar({ similarity, likeness: { threshold, recognisable } }: LikenessBarProps) {
  const { t } = useTranslation('badges');
  const { number } = useMoments();
  // Two numbers that are shown as one would not tell which of them is the larger.
  const digits = similarity.toFixed(2) === threshold.toFixed(2) ? 3 : 2;
  const shown = (value: number) =>
    number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return (
    <Box mt="sm">
      <ThresholdMeter
        label={t('likeness.label')}
        value={similarity}
        threshold={threshold}
        tone={recognisable ? 'good' : 'doubtful'}
        text={t('likeness.number', { similarity: shown(similarity), threshold: shown(threshold) })}
      />
    </Box>
  );
}
