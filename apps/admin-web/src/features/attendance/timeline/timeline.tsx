import { Stack } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { DayAccount } from '@rollcall/contracts';
import { useLocale } from '../../../ui/locale.js';
import { formatLocal } from '../../../ui/moments.js';
import { linear } from '../../../ui/charts/plot.js';
import { Bands } from './bands.js';
import { Clock } from './clock.js';
import { roomOf } from './labels.js';
import { PunchLine, PunchMark } from './punch-mark.js';
import { rowsOf, sceneOf } from './scene.js';
import { TimelineLegend } from './timeline-legend.js';
import classes from './timeline.module.css';

interface TimelineProps {
  account: DayAccount;
  /** The day in a sentence, for those who cannot see it. */
  summary: string;
  /** Shows all of a shift's reach. */
  whole?: boolean;
  /** Punches can be moved: to an instant in milliseconds. */
  onMove?: (punch: number, at: number) => void;
}

const SIDE = 22;
const UNMEASURED = 640;
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const ROW = 16;
const BARS = 78;
/** Between the labels and the bars stand the arrows. */
const ARROWS = 18;
const FIRST_LABEL = 14;

/** The day of somebody drawn along the clock: what was planned, the punches on it, and when somebody was there. */
export function Timeline({ account, summary, whole = false, onMove }: TimelineProps) {
  const locale = useLocale();
  const { ref, width: measured } = useElementSize();
  const width = measured || UNMEASURED;
  const scene = sceneOf(account, whole);
  if (!scene) return null;
  const xOf = linear(scene.range, { from: SIDE, to: width - SIDE });
  const { punches, timeZone } = account.day;
  const times = punches.map(({ localTime }) => formatLocal(localTime, locale, CLOCK));
  const rows = rowsOf(
    punches.map(({ at }) => xOf(Date.parse(at))),
    roomOf(times),
  );
  const top = FIRST_LABEL + ROW * Math.max(0, ...rows) + ARROWS;
  const height = top + BARS + 26;
  const instantAt = (x: number) =>
    scene.range.from + ((x - SIDE) / (width - 2 * SIDE)) * (scene.range.to - scene.range.from);
  return (
    <Stack gap="xs" component="figure" m={0}>
      <div ref={ref} className={classes.frame}>
        <svg
          role={onMove ? 'group' : 'img'}
          aria-label={summary}
          width="100%"
          height={height}
          viewBox={`0 0 ${width} ${height}`}
        >
          <Bands scene={scene} xOf={xOf} top={top} width={width} side={SIDE} />
          <Clock scene={scene} xOf={xOf} top={top} foot={top + BARS} timeZone={timeZone} width={width} />
          {punches.map((punch, i) => (
            <PunchLine
              key={punch.id}
              punch={punch}
              x={xOf(Date.parse(punch.at))}
              from={FIRST_LABEL + ROW * (rows[i] ?? 0) + 4}
              to={top + BARS}
            />
          ))}
          {punches.map((punch, i) => (
            <PunchMark
              key={punch.id}
              punch={punch}
              x={xOf(Date.parse(punch.at))}
              time={times[i] ?? ''}
              label={FIRST_LABEL + ROW * (rows[i] ?? 0)}
              arrow={top - ARROWS + 4}
              foot={top + BARS}
              {...(onMove && {
                range: scene.range,
                onMove: (at: number) => onMove(i, at),
                instantAt,
              })}
            />
          ))}
        </svg>
      </div>
      <TimelineLegend scene={scene} />
    </Stack>
  );
}
