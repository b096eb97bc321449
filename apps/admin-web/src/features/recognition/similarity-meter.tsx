import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../ui/moments.js';
import classes from './similarity-meter.module.css';

const TWO = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
const share = (cosine: number) => `${Math.max(0, Math.min(1, cosine)) * 100}%`;

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
  return (
    <div>
      <div
        className={classes.track}
        role="meter"
        aria-label={t('meter.similarity')}
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={Number(similarity.toFixed(2))}
      >
        <div
          className={classes.fill}
          data-passed={passed}
          data-alarming={alarming}
          style={{ width: share(similarity) }}
        />
        {threshold !== null && (
          <div className={classes.mark} style={{ insetInlineStart: share(threshold) }} />
        )}
      </div>
      <Text fz="sm" c="dimmed" mt={4}>
        {t('meter.value', { value: number(similarity, TWO) })}
        {explain && threshold !== null && ` · ${t('meter.threshold', { value: number(threshold, TWO) })}`}
      </Text>
    </div>
  );
}
