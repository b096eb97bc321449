import { Box, Text } from '@mantine/core';
import type { PortraitLikeness } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../../ui/moments.js';
import classes from './likeness-bar.module.css';

interface LikenessBarProps {
  likeness: Pick<PortraitLikeness, 'threshold' | 'recognisable'>;
  similarity: number;
}

const share = (value: number) => `${Math.min(1, Math.max(0, value)) * 100}%`;

/** How alike portrait and photos are, as a number and a bar, and from where on that is enough. */
export function LikenessBar({ similarity, likeness: { threshold, recognisable } }: LikenessBarProps) {
  const { t } = useTranslation('badges');
  const { number } = useMoments();
  // Two numbers that are shown as one would not tell which of them is the larger.
  const digits = similarity.toFixed(2) === threshold.toFixed(2) ? 3 : 2;
  const shown = (value: number) =>
    number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const words = t('likeness.number', { similarity: shown(similarity), threshold: shown(threshold) });
  return (
    <Box mt="sm">
      <div
        className={classes.bar}
        role="meter"
        aria-label={t('likeness.label')}
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={similarity}
        aria-valuetext={words}
      >
        <div
          className={classes.filled}
          data-known={recognisable || undefined}
          style={{ width: share(similarity) }}
        />
        <div className={classes.limit} style={{ insetInlineStart: share(threshold) }} />
      </div>
      <Text fz="sm" mt={6} aria-hidden>
        {words}
      </Text>
    </Box>
  );
}
