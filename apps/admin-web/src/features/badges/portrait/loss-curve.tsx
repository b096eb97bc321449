import { Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FallingLine } from '../../../ui/charts/falling-line.js';
import { useMoments } from '../../../ui/moments.js';

/** What a loss amounts to depends on the recipe; its share of the first one says the same everywhere. */
const SHARE = { style: 'percent', maximumSignificantDigits: 2 } as const;

/** How far the picture is from what was asked for, step by step. */
export function LossCurve({ points, steps }: { points: [number, number][]; steps: number }) {
  const { t } = useTranslation('badges');
  const { number } = useMoments();
  const [pointed, setPointed] = useState<number | null>(null);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const whole = first[1] || 1;
  const share = (loss: number) => number(loss / whole, SHARE);
  const at =
    pointed === null
      ? last
      : points.reduce((a, b) => (Math.abs(b[0] - pointed) < Math.abs(a[0] - pointed) ? b : a));
  return (
    <Stack gap={4}>
      <Title order={2} fz="lg">
        {t('loss.title')}
      </Title>
      <Text fz="sm" c="dimmed">
        {t('loss.lead')}
      </Text>
      <FallingLine
        summary={t('loss.summary', { share: share(last[1]), step: number(last[0]) })}
        points={points.map(([x, loss]) => ({ x, y: loss / whole }))}
        x={{ from: 0, to: Math.max(steps, last[0]) }}
        xLabel={t('loss.step')}
        formatX={(value) => number(value)}
        formatY={(value) => number(value, SHARE)}
        pointed={pointed === null ? null : at[0]}
        onPoint={setPointed}
      />
      <Text fz="sm" c="dimmed">
        {t('loss.at', { step: number(at[0]), share: share(at[1]) })}
      </Text>
    </Stack>
  );
}
