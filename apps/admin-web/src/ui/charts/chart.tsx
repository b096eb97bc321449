import { useElementSize } from '@mantine/hooks';
import type { PointerEvent, ReactNode } from 'react';
import classes from './chart.module.css';
import { placeLabels, type PlacedLabel } from './mark-labels.js';
import { linear, roundStep, ticks, type Range, type Scale } from './plot.js';

/** A value on the x axis worth a line of its own. */
export interface Mark {
  x: number;
  label: string;
  tone: 'present' | 'suggested' | 'pointer';
}
interface ChartProps {
  /** What the chart shows, in a sentence, for those who cannot see it. */
  summary: string;
  x: Range;
  xLabel: string;
  formatX: (value: number) => string;
  height?: number;
  yTicks: { value: number; label: string }[];
  yOf: (paper: Range) => Scale;
  marks: Mark[];
  onPoint?: (x: number | null) => void;
  children: (xOf: Scale, yOf: Scale) => ReactNode;
}

const LEFT = 44;
const RIGHT = 12;
const TOP = 26;
/** Height of a further row of labels. */
const ROW = 16;
const BOTTOM = 40;
const UNMEASURED = 640;
const LEAST_STEP = 0.1;
/** Room that the number at a tick needs. */
const TICK_WIDTH = 44;

/** Paper, axes and marked values of a chart; what is drawn on it comes from the children. */
export function Chart({ summary, x, height = 240, yTicks, yOf, onPoint, children, ...rest }: ChartProps) {
  const { ref, width: measured } = useElementSize();
  const width = measured || UNMEASURED;
  const xOf = linear(x, { from: LEFT, to: width - RIGHT });
  const marks = placed(rest.marks, xOf, width);
  const top = TOP + ROW * Math.max(0, ...marks.map(({ row }) => row));
  const onPaper = yOf({ from: height - BOTTOM, to: top });
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - left - LEFT) / (width - LEFT - RIGHT);
    onPoint?.(share >= 0 && share <= 1 ? x.from + share * (x.to - x.from) : null);
  };
  return (
    <div ref={ref} className={classes.chart}>
      <svg
        role="img"
        aria-label={summary}
        width="100%"
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => onPoint?.(null)}
      >
        {yTicks.map(({ value, label }) => (
          <g key={value}>
            <line
              className={classes.grid}
              x1={LEFT}
              x2={width - RIGHT}
              y1={onPaper(value)}
              y2={onPaper(value)}
            />
            <text className={classes.tick} x={LEFT - 8} y={onPaper(value)} dy="0.32em" textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        <XAxis {...rest} x={x} xOf={xOf} width={width} height={height} />
        {children(xOf, onPaper)}
        <Marks marks={marks} top={top} height={height} />
      </svg>
    </div>
  );
}

interface AxisProps {
  x: Range;
  xLabel: string;
  formatX: (value: number) => string;
  xOf: Scale;
  width: number;
  height: number;
}

function XAxis({ x, xLabel, formatX, xOf, width, height }: AxisProps) {
  const floor = height - BOTTOM;
  const step = roundStep(x.to - x.from, (width - LEFT - RIGHT) / TICK_WIDTH);
  return (
    <>
      <line className={classes.axis} x1={LEFT} x2={width - RIGHT} y1={floor} y2={floor} />
      {ticks(x, Math.max(LEAST_STEP, step)).map((value) => (
        <text key={value} className={classes.tick} x={xOf(value)} y={floor + 16} textAnchor="middle">
          {formatX(value)}
        </text>
      ))}
      <text className={classes.label} x={(LEFT + width - RIGHT) / 2} y={height - 4} textAnchor="middle">
        {xLabel}
      </text>
    </>
  );
}

interface MarksProps {
  marks: PlacedMark[];
  top: number;
  height: number;
}

function Marks({ marks, top, height }: MarksProps) {
  return marks.map(({ at, label, tone, side, row }) => {
    const y = TOP - 12 + row * ROW;
    return (
      <g key={tone} className={classes.mark} data-tone={tone}>
        <line x1={at} x2={at} y1={label === '' ? top - 12 : y} y2={height - BOTTOM} />
        <text x={side === 'end' ? at - 6 : at + 6} y={y} dy="0.4em" textAnchor={side}>
          {label}
        </text>
      </g>
    );
  });
}

type PlacedMark = Mark & PlacedLabel & { at: number };

/** From left to right, the labels clear of each other; the pointer has none. */
function placed(marks: Mark[], xOf: Scale, width: number): PlacedMark[] {
  const ordered = marks.map((mark) => ({ ...mark, at: xOf(mark.x) })).sort((a, b) => a.at - b.at);
  const named = ordered.filter(({ label }) => label !== '');
  const labels = placeLabels(named, { from: 0, to: width });
  return ordered.map((mark) => ({ ...mark, ...(labels[named.indexOf(mark)] ?? UNNAMED) }));
}

const UNNAMED: PlacedLabel = { side: 'start', row: 0 };
