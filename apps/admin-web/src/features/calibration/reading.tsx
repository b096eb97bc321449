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

/** The charts at one threshold, in two sentences: what strangers get away with, and what it costs one's own people. */
export function Reading({ calibration, threshold }: { calibration: Calibration; threshold: number }) {
  const { t } = useTranslation('calibration');
  const { number } = useMoments();
  const shares = useShares();
  const at = nearestOf(calibration.curve, threshold);
  if (!at) return null;
  const people = number(calibration.people);
  return (
    <Text p="md" style={{ borderRadius: 'var(--mantine-radius-md)', background: 'var(--rc-surface-muted)' }}>
      {t('reading.strangers', {
        people,
        share: shares.strangers(at.fpir),
        threshold: shares.threshold(at.threshold),
      })}{' '}
      {at.fnir === null ? t('reading.ownUnknown') : t('reading.own', { share: shares.percent(at.fnir) })}
    </Text>
  );
}
