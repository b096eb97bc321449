import { useTranslation } from 'react-i18next';
import { useMoments } from '../../ui/moments.js';
import { ThresholdMeter } from '../../ui/threshold-meter.js';

const TWO = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** A cosine on a bar from 0 to 1, with the line from which it counts as the same person. */
interface SimilarityMeterProps {
  similarity: number;
  threshold: number | null;
  explain?: boolean;
  /** Where it is the wrong people who are alike. */
  alarming?: boolean;
}

export function SimilarityMeter({
  similarity,
  threshold,
  explain = false,
  alarming = false,
}: SimilarityMeterProps) {
  const { t } = useTranslation('recognition');
  const { number } = useMoments();
  const passed = threshold !== null && similarity >= threshold;
  const told = [
    t('meter.value', { value: number(similarity, TWO) }),
    explain && threshold !== null && t('meter.threshold', { value: number(threshold, TWO) }),
  ];
  return (
    <ThresholdMeter
      label={t('meter.similarity')}
      value={Number(similarity.toFixed(2))}
      threshold={threshold}
      tone={!passed ? 'plain' : alarming ? 'doubtful' : 'good'}
      text={told.filter(Boolean).join(' · ')}
    />
  );
}
