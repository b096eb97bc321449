import { Text } from '@mantine/core';
import type { Calibration } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../ui/moments.js';
import { useShares } from './use-shares.js';

type Point = Calibration['curve'][number];

const nearestOf = (curve: Point[], threshold: number): Point | undefined =>
  curve.reduce<Point | undefined>(
    (best, at) =>
      best && Math.abs(best.threshold - threshold) <= Math.abs(at.threshold - threshold) ? best : at,
    undefined,
  );

interface ReadingProps {
  calibration: Calibration;
  /** Where somebody points in the charts; the threshold in use where nobody does. */
  pointed: number | null;
}

/** The charts at one threshold, in two sentences: what strangers get away with, and what it costs one's own people. */
export function Reading({ calibration, pointed }: ReadingProps) {
  const { t } = useTranslation('calibration');
  const { number } = useMoments();
  const shares = useShares();
  const { present, curve, impostor, people, own, basis } = calibration;
  const at = pointed === null ? present : nearestOf(curve, pointed);
  if (!at) return null;
  // The curve is counted: what none of so many scores reached is rarer than one of them, and nothing more is known.
  const uncounted = pointed !== null && at.fpir * impostor.count < 1;
  const words = { ...shares.counted(own), people: number(people), threshold: shares.threshold(at.threshold) };
  // Where somebody points there is the curve alone, and that of a few people says nothing.
  const silent = pointed !== null && own.verdict === 'too-few';
  // The own people have the word against the pack.
  const contradicted = pointed === null && own.verdict === 'above' && basis !== 'own-gallery';
  const share = uncounted ? shares.rarerThan(impostor.count) : shares.expected(at.fpir);
  return (
    <Text p="md" style={{ borderRadius: 'var(--mantine-radius-md)', background: 'var(--rc-surface-muted)' }}>
      {!contradicted &&
        `${silent ? t('reading.tooFew', words) : t('reading.strangers', { ...words, share })} `}
      {pointed === null &&
        own.low !== null &&
        basis !== 'own-gallery' &&
        `${t('reading.counted', { ...words, share: words.counted })} `}
      {at.fnir === null ? t('reading.ownUnknown') : t('reading.own', { share: shares.percent(at.fnir) })}
    </Text>
  );
}
