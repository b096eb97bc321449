import { Chart, type Mark } from './chart.js';
import classes from './chart.module.css';
import { linear, roundStep, ticks, type Range, type Scale } from './plot.js';

export interface Distribution {
  tone: 'good' | 'bad';
  bins: { from: number; to: number; count: number }[];
}
interface HistogramProps {
  summary: string;
  distributions: Distribution[];
  x: Range;
  xLabel: string;
  formatX: (value: number) => string;
  formatShare: (share: number) => string;
  marks: Mark[];
  onPoint?: (x: number | null) => void;
}

const Y_TICKS = 3;
const HEADROOM = 1.08;

/** Each distribution as shares of its own whole: a gallery has far more strangers' scores than own ones. */
const sharesOf = ({ bins }: Distribution): { from: number; to: number; share: number }[] => {
  const whole = bins.reduce((sum, { count }) => sum + count, 0) || 1;
  return bins.map(({ from, to, count }) => ({ from, to, share: count / whole }));
};

export function Histogram({ distributions, formatShare, ...chart }: HistogramProps) {
  const drawn = distributions.map((one) => ({ tone: one.tone, shares: sharesOf(one) }));
  const highest = Math.max(0.01, ...drawn.flatMap(({ shares }) => shares.map(({ share }) => share)));
  const yTicks = ticks({ from: 0, to: highest * HEADROOM }, roundStep(highest, Y_TICKS));
  return (
    <Chart
      {...chart}
      yTicks={yTicks.map((value) => ({ value, label: formatShare(value) }))}
      yOf={(paper) => linear({ from: 0, to: highest * HEADROOM }, paper)}
    >
      {(xOf, yOf) =>
        drawn.map(({ tone, shares }) => (
          <path key={tone} className={classes.area} data-tone={tone} d={outline(shares, xOf, yOf)} />
        ))
      }
    </Chart>
  );
}

/** The bars as one shape, from the floor up, along their tops, and down again. */
function outline(shares: ReturnType<typeof sharesOf>, xOf: Scale, yOf: Scale): string {
  const [first] = shares;
  const last = shares.at(-1);
  if (!first || !last) return '';
  const tops = shares.map(({ from, to, share }) => `L${xOf(from)},${yOf(share)}L${xOf(to)},${yOf(share)}`);
  return `M${xOf(first.from)},${yOf(0)}${tops.join('')}L${xOf(last.to)},${yOf(0)}Z`;
}
