import { thresholdFor } from '@rollcall/gallery';
import { AXIS, draw, GENUINE, IMPOSTOR } from './charts.js';
import { shareFrom, type Comparisons } from './comparisons.js';
import type { ThresholdReport } from './threshold-report.js';

type Curve = [cosine: number, rate: number][];

const STEP = 0.005;
const STEPS = Array.from({ length: Math.round(1 / STEP) + 1 }, (_, i) => i * STEP);

/** FMR and FNMR over the threshold on a logarithmic axis, the extrapolated tail and the galleries' thresholds. */
export function tailPicture(
  title: string,
  { genuine, impostor }: Comparisons,
  report: ThresholdReport,
): string {
  const least = Math.min(1e-4, ...report.suggestions.map(({ fmr }) => fmr));
  return draw(title, {
    legend: { top: 26, data: ['FMR', 'FMR, extrapolated', 'FNMR'] },
    xAxis: { type: 'value', min: 0, max: 1, interval: 0.1, name: 'Threshold (cosine)', ...AXIS },
    yAxis: {
      type: 'log',
      min: 10 ** Math.floor(Math.log10(least)),
      max: 1,
      name: 'Rate',
      ...AXIS,
      nameGap: 45,
      axisLabel: { formatter: (rate: number) => `1e${Math.round(Math.log10(rate))}` },
    },
    series: [
      { ...line('FMR', IMPOSTOR, measured(impostor)), markLine: thresholds(report) },
      line('FMR, extrapolated', IMPOSTOR, extrapolated(report, least), 'dashed'),
      line(
        'FNMR',
        GENUINE,
        STEPS.map((at) => [at, 1 - shareFrom(genuine, at)]),
      ),
    ],
  });
}

const measured = (impostor: Float64Array): Curve => STEPS.map((at) => [at, shareFrom(impostor, at)]);

function extrapolated({ tail }: ThresholdReport, least: number): Curve {
  const last = tail.at(-1)!;
  return [
    [last.threshold, last.fmr],
    [thresholdFor(tail, least, 1), least],
  ];
}

/** A rate of zero has no place on a logarithmic axis. */
function line(name: string, color: string, curve: Curve, type = 'solid') {
  return {
    name,
    type: 'line',
    showSymbol: false,
    data: curve.filter(([, rate]) => rate > 0),
    lineStyle: { color, width: 2.5, type },
    itemStyle: { color },
  };
}

function thresholds({ suggestions }: ThresholdReport) {
  return {
    symbol: 'none',
    lineStyle: { color: '#444', type: 'dotted' },
    data: suggestions.map(({ gallery, measured: { threshold } }) => ({
      xAxis: threshold,
      label: { formatter: gallery.toLocaleString('en'), distance: 2 },
    })),
  };
}
