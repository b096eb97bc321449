import { RingProgress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMoments } from './moments.js';

export const scoreColor = (score: number): string =>
  score >= 0.7 ? 'green.6' : score >= 0.45 ? 'yellow.5' : 'orange.5';

/** A quality from 0 to 1 as a ring. */
export function ScoreRing({ score, size = 64 }: { score: number; size?: number }) {
  const { t } = useTranslation('ui');
  const moments = useMoments();
  const percent = moments.percent(score);
  return (
    <RingProgress
      role="img"
      aria-label={t('score', { percent })}
      size={size}
      thickness={Math.max(4, size / 12)}
      roundCaps
      sections={[{ value: score * 100, color: scoreColor(score) }]}
      label={
        <Text ta="center" fz={size / 4.4} fw={700} aria-hidden>
          {Math.round(score * 100)}
        </Text>
      }
    />
  );
}
