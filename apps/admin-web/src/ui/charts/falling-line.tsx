import { Chart } from './chart.js';
import classes from './chart.module.css';
import { decades, logarithmic, type Range } from './plot.js';

interface FallingLineProps {
  summary: string;
  /** Values above nothing, from left to right; a line ends where what follows cannot be compared with it. */
  lines: { x: number; y: number }[][];
  x: Range;
  xLabel: string;
  formatX: (value: number) => string;
  formatY: (value: number) => string;
  pointed: number | null;
  onPoint?: (x: number | null) => void;
}

const HEIGHT = 220;
/** What is nothing has no place on a logarithmic scale. */
const LEAST = 1e-12;
/** A search that tries a step too far finds values beyond everything; they run out of the paper at the top. */
const ABOVE_FIRST = 2;

/** A value that falls over several powers of ten. */
export function FallingLine({ lines, formatY, pointed, ...chart }: FallingLineProps) {
  const values = lines.flat().map(({ y }) => Math.max(LEAST, y));
  const highest = Math.min(Math.max(...values), ABOVE_FIRST * (values[0] ?? 1));
  const { range, ticks } = decades(Math.min(...values), highest);
  return (
    <Chart
      {...chart}
      height={HEIGHT}
      marks={pointed === null ? [] : [{ x: pointed, label: '', tone: 'pointer' }]}
      yTicks={ticks.map((value) => ({ value, label: formatY(value) }))}
      yOf={(paper) => logarithmic(range, paper)}
    >
      {(xOf, yOf) =>
        lines.map((points, at) => (
          <polyline
            key={at}
            className={classes.line}
            data-tone="good"
            points={points.map(({ x, y }) => `${xOf(x)},${yOf(y)}`).join(' ')}
          />
        ))
      }
    </Chart>
  );
}
