import { Chart, type Mark } from './chart.js';
import classes from './chart.module.css';
import { logarithmic, type Range } from './plot.js';

export interface Curve {
  tone: 'good' | 'bad';
  /** Too little was counted for the line to mean much: drawn faint and dashed. */
  vague?: boolean;
  points: { x: number; share: number }[];
}
interface ErrorCurvesProps {
  summary: string;
  curves: Curve[];
  /** A share to keep under, drawn across. */
  level: { share: number; label: string };
  x: Range;
  xLabel: string;
  formatX: (value: number) => string;
  formatShare: (share: number) => string;
  marks: Mark[];
  onPoint?: (x: number | null) => void;
}

const FLOOR = 0.0005;
const TICKS = [0.001, 0.01, 0.1, 1];
const LABEL_INSET = 52;

/** Shares of errors over a threshold. Rare ones matter most, so every power of ten gets the same room. */
export function ErrorCurves({ curves, level, formatShare, ...chart }: ErrorCurvesProps) {
  const { x } = chart;
  return (
    <Chart
      {...chart}
      yTicks={TICKS.map((value) => ({ value, label: formatShare(value) }))}
      yOf={(paper) => logarithmic({ from: FLOOR, to: 1 }, paper)}
    >
      {(xOf, yOf) => (
        <>
          <line
            className={classes.level}
            x1={xOf(x.from)}
            x2={xOf(x.to)}
            y1={yOf(level.share)}
            y2={yOf(level.share)}
          />
          {curves.map(({ tone, vague, points }) => (
            <polyline
              key={tone}
              className={classes.line}
              data-tone={tone}
              data-vague={vague ? true : undefined}
              points={points
                .filter((point) => point.x >= x.from && point.x <= x.to && point.share >= FLOOR)
                .map((point) => `${xOf(point.x)},${yOf(point.share)}`)
                .join(' ')}
            />
          ))}
          <text className={classes.levelLabel} x={LABEL_INSET} y={yOf(level.share) - 6}>
            {level.label}
          </text>
        </>
      )}
    </Chart>
  );
}
