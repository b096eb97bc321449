import { Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FallingLine } from '../../../ui/charts/falling-line.js';
import { useMoments } from '../../../ui/moments.js';

/** What a loss amounts to depends on the recipe and the size; its share of the first one says the same everywhere. */
const SHARE = { style: 'percent', maximumSignificantDigits: 2 } as const;

/** One that was told just now does not say its size: it has that of the one before. */
type Point = readonly [step: number, loss: number, size?: number];

interface Placed {
  step: number;
  share: number;
  size: number | undefined;
}

/** How far the picture is from what was asked for, step by step. */
export function LossCurve({ points, steps }: { points: readonly Point[]; steps: number }) {
  const { t } = useTranslation('badges');
  const { number } = useMoments();
  const [pointed, setPointed] = useState<number | null>(null);
  const lines = bySize(points);
  const all = lines.flat();
  const last = all.at(-1);
  if (!last) return null;
  const sized = lines.length > 1;
  const at =
    pointed === null
      ? last
      : all.reduce((a, b) => (Math.abs(b.step - pointed) < Math.abs(a.step - pointed) ? b : a));
  const words = ({ step, share, size }: Placed) => ({
    step: number(step),
    share: number(share, SHARE),
    size: number(size ?? 0),
  });
  return (
    <Stack gap={4}>
      <Title order={2} fz="lg">
        {t('loss.title')}
      </Title>
      <Text fz="sm" c="dimmed">
        {t('loss.lead')} {sized && t('loss.sizes')}
      </Text>
      <FallingLine
        summary={t(sized ? 'loss.summarySized' : 'loss.summary', words(last))}
        lines={lines.map((line) => line.map(({ step, share }) => ({ x: step, y: share })))}
        x={{ from: 0, to: Math.max(steps, last.step) }}
        xLabel={t('loss.step')}
        formatX={(value) => number(value)}
        formatY={(value) => number(value, SHARE)}
        pointed={pointed === null ? null : at.step}
        onPoint={setPointed}
      />
      <Text fz="sm" c="dimmed">
        {t(sized ? 'loss.atSized' : 'loss.at', words(at))}
      </Text>
    </Stack>
  );
}

/** A line for each size in turn, in shares of its first loss: losses of two sizes cannot be compared. */
function bySize(points: readonly Point[]): Placed[][] {
  const lines: Placed[][] = [];
  let whole = 1;
  for (const [step, loss, told] of points) {
    const line = lines.at(-1);
    const size = told ?? line?.[0]?.size;
    if (line && size === line[0]?.size) line.push({ step, share: loss / whole, size });
    else {
      whole = loss || 1;
      lines.push([{ step, share: loss / whole, size }]);
    }
  }
  return lines;
}
