import { Stack, Text, Title } from '@mantine/core';
import type { Calibration } from '@rollcall/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mark } from '../../ui/charts/chart.js';
import { ErrorCurves } from '../../ui/charts/error-curves.js';
import { Histogram } from '../../ui/charts/histogram.js';
import { Legend } from '../../ui/charts/legend.js';
import { covering } from '../../ui/charts/plot.js';
import { useMoments } from '../../ui/moments.js';
import { Numbers } from './numbers.js';
import { Reading } from './reading.js';
import { useShares } from './use-shares.js';

const X_STEP = 0.1;
const SAME = 0.005;

/** One range for both charts, so that a threshold stands at the same place in either. */
function rangeOf({ genuine, impostor, present, suggestedThreshold }: Calibration) {
  const ends = [...genuine.bins, ...impostor.bins].flatMap(({ from, to }) => [from, to]);
  return covering([...ends, present.threshold, suggestedThreshold], X_STEP);
}

function useMarks(calibration: Calibration, pointed: number | null): Mark[] {
  const { t } = useTranslation('calibration');
  const shares = useShares();
  const { present, suggestedThreshold } = calibration;
  const agreed = Math.abs(present.threshold - suggestedThreshold) < SAME;
  const marks: Mark[] = [
    {
      x: present.threshold,
      tone: 'present',
      label: t(agreed ? 'mark.agreed' : 'mark.present', { threshold: shares.threshold(present.threshold) }),
    },
  ];
  if (!agreed) {
    const threshold = shares.threshold(suggestedThreshold);
    marks.push({ x: suggestedThreshold, tone: 'suggested', label: t('mark.suggested', { threshold }) });
  }
  return pointed === null ? marks : [...marks, { x: pointed, tone: 'pointer', label: '' }];
}

export function Charts({ calibration }: { calibration: Calibration }) {
  const { t } = useTranslation('calibration');
  const { number } = useMoments();
  const { threshold, percent, expected, counted } = useShares();
  const [pointed, setPointed] = useState<number | null>(null);
  const { genuine, impostor, curve, present, suggestedThreshold, askedFpir, own } = calibration;
  const tooFew = own.verdict === 'too-few';
  const shared = {
    x: rangeOf(calibration),
    xLabel: t('axis.similarity'),
    formatX: (value: number) => number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    formatShare: percent,
    marks: useMarks(calibration, pointed),
    onPoint: setPointed,
  };
  const values = { present: threshold(present.threshold), suggested: threshold(suggestedThreshold) };
  return (
    <Stack gap="xl">
      <Stack gap="sm" component="figure" m={0}>
        <Title order={3} fz="md">
          {t('histogram.title')}
        </Title>
        <Legend
          entries={[
            { tone: 'good', label: t('histogram.genuine') },
            { tone: 'bad', label: t('histogram.impostor') },
          ]}
        />
        <Histogram
          {...shared}
          summary={t('histogram.summary', {
            ...values,
            genuine: genuine.mean === null ? '–' : threshold(genuine.mean),
            impostor: impostor.mean === null ? '–' : threshold(impostor.mean),
          })}
          distributions={[
            { tone: 'bad', bins: impostor.bins },
            { tone: 'good', bins: genuine.bins },
          ]}
        />
        {genuine.count === 0 && (
          <Text fz="sm" c="dimmed">
            {t('histogram.noGenuine')}
          </Text>
        )}
      </Stack>
      <Stack gap="sm" component="figure" m={0}>
        <Title order={3} fz="md">
          {t('curves.title')}
        </Title>
        <Legend
          entries={[
            { tone: 'good', label: t('curves.fnir') },
            { tone: 'bad', label: t(tooFew ? 'curves.fpirTooFew' : 'curves.fpir'), vague: tooFew },
          ]}
        />
        <ErrorCurves
          {...shared}
          summary={t('curves.summary', { ...values, share: expected(present.fpir) })}
          curves={[
            { tone: 'bad', vague: tooFew, points: curve.map((at) => ({ x: at.threshold, share: at.fpir })) },
            { tone: 'good', points: curve.map((at) => ({ x: at.threshold, share: at.fnir ?? 0 })) },
          ]}
          level={{ share: askedFpir, label: t('curves.level', { share: percent(askedFpir) }) }}
        />
        {tooFew && (
          <Text fz="sm" c="dimmed">
            {t('curves.tooFew', counted(own))}
          </Text>
        )}
      </Stack>
      <Reading calibration={calibration} pointed={pointed} />
      <Numbers calibration={calibration} range={shared.x} />
    </Stack>
  );
}
