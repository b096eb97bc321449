import { Stack } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { DayAccount } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../ui/locale.js';
import { linear, type Scale } from '../../../ui/charts/plot.js';
import { Bands } from './bands.js';
import { PunchMark } from './punch-mark.js';
import { rowsOf, sceneOf, ticksOf, type Scene } from './scene.js';
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
const LABEL_WIDTH = 46;
const TICK_WIDTH = 52;
const ROW = 16;
const BARS = 78;

/** The day of somebody drawn along the clock: what was planned, the punches on it, and when somebody was there. */
export function Timeline({ account, summary, whole = false, onMove }: TimelineProps) {
  const { ref, width: measured } = useElementSize();
  const width = measured || UNMEASURED;
  const scene = sceneOf(account, whole);
  if (!scene) return null;
  const xOf = linear(scene.range, { from: SIDE, to: width - SIDE });
  const { punches, timeZone } = account.day;
  const rows = rowsOf(
    punches.map(({ at }) => xOf(Date.parse(at))),
    LABEL_WIDTH,
  );
  const top = 24 + ROW * Math.max(0, ...rows);
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
          <Clock scene={scene} xOf={xOf} top={top} timeZone={timeZone} most={width / TICK_WIDTH} />
          {punches.map((punch, i) => (
            <PunchMark
              key={punch.id}
              punch={punch}
              x={xOf(Date.parse(punch.at))}
              y={20 + ROW * (rows[i] ?? 0)}
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

interface ClockProps {
  scene: Scene;
  xOf: Scale;
  top: number;
  timeZone: string;
  most: number;
}

function Clock({ scene, xOf, top, timeZone, most }: ClockProps) {
  const { t } = useTranslation('attendance');
  const locale = useLocale();
  const foot = top + BARS;
  const day = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short', day: 'numeric' });
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
  return (
    <g aria-hidden>
      <line className={classes.grid} x1={SIDE} x2={xOf(scene.range.to)} y1={foot} y2={foot} />
      {ticksOf(scene.range, timeZone, most).map(({ at, hour }) => (
        <g key={at}>
          <line
            className={hour === 0 ? classes.midnight : classes.grid}
            x1={xOf(at)}
            x2={xOf(at)}
            y1={hour === 0 ? top : foot}
            y2={foot + 5}
          />
          <text className={classes.tick} x={xOf(at)} y={foot + 19} textAnchor="middle">
            {hour === 0 ? day.format(at) : clock.format(at)}
          </text>
        </g>
      ))}
      <title>{t('timeline.zone', { zone: timeZone })}</title>
    </g>
  );
}
