import { AXIS, draw, GENUINE } from './charts.js';
import { idealFnmr } from './error-versus-discard.js';
import type { QualityMeasure } from './quality-measures.js';
import type { QualityReport } from './quality-report.js';

const COLORS: Readonly<Record<QualityMeasure, string>> = {
  score: GENUINE,
  sharpness: '#1d4ed8',
  brightness: '#d97706',
  contrast: '#7c3aed',
  faceSize: '#0891b2',
  yaw: '#be123c',
  pitch: '#db2777',
  roll: '#92400e',
  outside: '#65a30d',
  crowding: '#64748b',
};
const NAMES: Readonly<Partial<Record<QualityMeasure, string>>> = { faceSize: 'face size' };
const IDEAL = 'ideal';

/** FNMR over the discarded share: the score, each single measure, and what a measure that knew every error would give. */
export function discardPicture(title: string, { curves, threshold }: QualityReport): string {
  const [score] = curves;
  const ideal = score!.points.map(({ discarded }): [number, number] => [
    discarded,
    idealFnmr(score!.points[0]!.fnmr, discarded),
  ]);
  return draw(title, {
    legend: { top: 28, itemWidth: 18, itemGap: 8, textStyle: { fontSize: 11 } },
    xAxis: {
      type: 'value',
      min: 0,
      max: 0.3,
      interval: 0.05,
      name: 'Share of comparisons left out, the worst first',
      ...AXIS,
      axisLabel: { formatter: percent },
    },
    yAxis: {
      type: 'value',
      min: 0,
      name: `FNMR at ${threshold.toFixed(3)}`,
      ...AXIS,
      nameGap: 50,
      axisLabel: { formatter: percent },
    },
    series: [
      ...curves.map(({ measure, points }) =>
        line(
          NAMES[measure] ?? measure,
          COLORS[measure],
          points.map(({ discarded, fnmr }) => [discarded, fnmr]),
          measure === 'score' ? { width: 3.5, z: 5 } : { width: 1.4 },
        ),
      ),
      line(IDEAL, '#111', ideal, { width: 1.4, type: 'dashed' }),
    ],
  });
}

const percent = (share: number) => `${Number((share * 100).toFixed(2))} %`;

function line(
  name: string,
  color: string,
  data: [number, number][],
  { z = 2, ...style }: { width: number; z?: number; type?: string },
) {
  return {
    name,
    type: 'line',
    showSymbol: false,
    z,
    data,
    lineStyle: { color, ...style },
    itemStyle: { color },
  };
}
