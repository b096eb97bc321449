import { Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FallingLine } from '../../../ui/charts/falling-line.js';
import { useMoments } from '../../../ui/moments.js';

/** Three digits say enough, of any size. */
const SHORT = { notation: 'compact', maximumSignificantDigits: 3 } as const;

/** How far the picture is from what was asked for, step by step. */
export function LossCurve({ points, steps }: { points: [number, number][]; steps: number }) {
  const { t } = useTranslation('badges');
  const { number } = useMoments();
  const [pointed, setPointed] = useState<number | null>(null);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
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
        summary={t('loss.summary', {
          from: number(first[1], SHORT),
          to: number(last[1], SHORT),
          step: number(last[0]),
        })}
        points={points.map(([x, y]) => ({ x, y }))}
        x={{ from: 0, to: Math.max(steps, last[0]) }}
        xLabel={t('loss.step')}
        formatX={(value) => number(value)}
        formatY={(value) => number(value, SHORT)}
        pointed={pointed === null ? null : at[0]}
        onPoint={setPointed}
      />
      <Text fz="sm" c="dimmed">
        {t('loss.at', { step: number(at[0]), loss: number(at[1], SHORT) })}
      </Text>
    </Stack>
  );
}
