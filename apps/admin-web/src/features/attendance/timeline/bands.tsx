import { useId } from 'react';
import type { Scale } from '../../../ui/charts/plot.js';
import type { Band, Scene } from './scene.js';
import classes from './timeline.module.css';

interface BandsProps {
  scene: Scene;
  xOf: Scale;
  top: number;
  width: number;
  side: number;
}

const PRESENCE = { y: 6, height: 26 };
const PLANNED = { y: 40, height: 26 };

/** Above, when somebody was there; below, what was planned. What lies outside a shift's reach is shaded. */
export function Bands({ scene, xOf, top, width, side }: BandsProps) {
  const hatch = useId();
  const clip = ({ from, to }: Band) => ({
    x: Math.max(side, xOf(from)),
    width: Math.max(0, Math.min(width - side, xOf(to)) - Math.max(side, xOf(from))),
  });
  const draw = (
    bands: Band[],
    className: string | undefined,
    row: { y: number; height: number },
    radius = 4,
  ) =>
    bands.map((each) => (
      <rect
        key={each.from}
        className={className}
        {...clip(each)}
        y={top + row.y}
        height={row.height}
        rx={radius}
      />
    ));
  const strip = { y: 0, height: 74 };
  const foot = { y: PLANNED.y + PLANNED.height - 6, height: 6 };
  return (
    <g aria-hidden>
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line className={classes.hatch} y2="6" />
      </pattern>
      {scene.planned.length > 0 && draw([scene.range], classes.outside, strip, 6)}
      {draw(scene.reach, classes.reach, strip, 6)}
      {draw(scene.planned, classes.planned, PLANNED)}
      {draw(scene.core, classes.core, foot, 2)}
      {draw(scene.grace, classes.grace, PLANNED, 2)}
      {scene.breaks.map((each) => (
        <rect
          key={each.from}
          className={classes.break}
          fill={`url(#${hatch})`}
          {...clip(each)}
          y={top + PRESENCE.y}
          height={PLANNED.y + PLANNED.height - PRESENCE.y}
        />
      ))}
      {draw(scene.presence, classes.presence, PRESENCE)}
      {draw(scene.missed, classes.missed, { y: PRESENCE.y + 6, height: PRESENCE.height - 12 }, 2)}
    </g>
  );
}
