import { useTranslation } from 'react-i18next';
import type { Scale } from '../../../ui/charts/plot.js';
import { useLocale } from '../../../ui/locale.js';
import { hourFormat, roomOf } from './labels.js';
import { ticksOf, type Scene } from './scene.js';
import classes from './timeline.module.css';

interface ClockProps {
  scene: Scene;
  xOf: Scale;
  top: number;
  foot: number;
  timeZone: string;
  width: number;
}

/** The hours under a timeline, as many as can be read. */
export function Clock({ scene, xOf, top, foot, timeZone, width }: ClockProps) {
  const { t } = useTranslation('attendance');
  const locale = useLocale();
  const day = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short', day: 'numeric' });
  const clock = hourFormat(locale, timeZone);
  const textOf = ({ at, hour }: { at: number; hour: number }) => (hour === 0 ? day : clock).format(at);
  const every = ticksOf(scene.range, timeZone, Infinity);
  const ticks = ticksOf(scene.range, timeZone, width / roomOf(every.map(textOf)));
  return (
    <g aria-hidden>
      <line
        className={classes.grid}
        x1={xOf(scene.range.from)}
        x2={xOf(scene.range.to)}
        y1={foot}
        y2={foot}
      />
      {ticks.map((tick) => (
        <g key={tick.at}>
          <line
            className={tick.hour === 0 ? classes.midnight : classes.grid}
            x1={xOf(tick.at)}
            x2={xOf(tick.at)}
            y1={tick.hour === 0 ? top : foot}
            y2={foot + 5}
          />
          <text className={classes.tick} x={xOf(tick.at)} y={foot + 19} textAnchor="middle">
            {textOf(tick)}
          </text>
        </g>
      ))}
      <title>{t('timeline.zone', { zone: timeZone })}</title>
    </g>
  );
}
