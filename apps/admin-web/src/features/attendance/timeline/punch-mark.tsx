import type { DayPunch } from '@rollcall/contracts';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Band } from './scene.js';
import classes from './timeline.module.css';

interface PunchMarkProps {
  punch: DayPunch;
  /** On the clock of the site. */
  time: string;
  x: number;
  /** The baseline of the label, the top of the arrow, and where the bars end. */
  label: number;
  arrow: number;
  foot: number;
  range?: Band;
  instantAt?: (x: number) => number;
  onMove?: (at: number) => void;
}

const MINUTE = 60_000;
const STEPS: Partial<Record<string, number>> = { ArrowLeft: -5, ArrowRight: 5, ArrowDown: -1, ArrowUp: 1 };

/** From a label down through the bars. All lines lie behind all labels: two may stand at the same minute. */
export function PunchLine({ punch, x, from, to }: { punch: DayPunch; x: number; from: number; to: number }) {
  return (
    <g className={classes.punch} data-ignored={punch.ignored ? true : undefined} aria-hidden>
      <line x1={x} x2={x} y1={from} y2={to} />
    </g>
  );
}

/** Somebody coming (a triangle into the day) or leaving (out of it). Where it can be moved it is a slider. */
export function PunchMark({ punch, time, x, label, arrow, foot, range, instantAt, onMove }: PunchMarkProps) {
  const { t } = useTranslation('attendance');
  const points = punch.direction === 'in' ? [x, x + 9] : [x, x - 9];
  const mark = (
    <>
      <path d={`M${points[0]},${arrow}L${points[1]},${arrow + 6}L${points[0]},${arrow + 12}Z`} />
      <text x={x} y={label} textAnchor="middle">
        {time}
      </text>
    </>
  );
  const ignored = punch.ignored ? true : undefined;
  if (!onMove || !instantAt || !range)
    return (
      <g className={classes.punch} data-ignored={ignored}>
        {mark}
      </g>
    );
  const at = Date.parse(punch.at);
  const drag = (event: PointerEvent<SVGGElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const svg = event.currentTarget.ownerSVGElement as SVGSVGElement;
    const instant = instantAt(event.clientX - svg.getBoundingClientRect().left);
    onMove(Math.round(Math.min(range.to, Math.max(range.from, instant)) / (5 * MINUTE)) * 5 * MINUTE);
  };
  const step = (event: KeyboardEvent) => {
    const minutes = STEPS[event.key];
    if (minutes === undefined) return;
    event.preventDefault();
    onMove(at + minutes * MINUTE);
  };
  return (
    <g
      className={classes.punch}
      data-ignored={ignored}
      data-movable
      role="slider"
      tabIndex={0}
      aria-label={t(`punch.${punch.direction}`)}
      aria-valuemin={range.from / MINUTE}
      aria-valuemax={range.to / MINUTE}
      aria-valuenow={at / MINUTE}
      aria-valuetext={time}
      onKeyDown={step}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    >
      <rect className={classes.handle} x={x - 16} width={32} y={label - 13} height={foot - label + 13} />
      {mark}
    </g>
  );
}
