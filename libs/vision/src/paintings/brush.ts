import type { Canvas } from './canvas.js';
import { lift, type Colour } from './colour.js';
import { clamp, step, type Noise } from './noise.js';

/** One stroke of a loaded brush along a path. */
export interface Stroke {
  /** Points in units of the canvas, close enough together to pass for a curve. */
  readonly path: readonly (readonly [x: number, y: number])[];
  /** Half of its width at a place along it (0 to 1). */
  readonly radius: (along: number) => number;
  readonly colour: Colour;
  /** 0 to 1. */
  readonly opacity: number;
  /** How much the hairs of the brush show as ridges: 0 a flat stroke, 0.3 thick paint. */
  readonly relief: number;
  /** How much of the paint is missing between the hairs towards the end: 0 wet, 1 dry. */
  readonly dryness: number;
  /** Across and along the stroke, so that no two strokes have the same hairs. */
  readonly hairs: Noise;
}

/** Paints a stroke: for each point near the path its nearest place on it decides. */
export function brush(canvas: Canvas, stroke: Stroke): void {
  const { path, radius, colour, opacity, relief, dryness, hairs } = stroke;
  const widest = Math.max(...[0, 0.25, 0.5, 0.75, 1].map(radius));
  const [xs, ys] = [path.map(([x]) => x), path.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs) - widest, Math.max(...xs) + widest];
  const [top, bottom] = [Math.min(...ys) - widest, Math.max(...ys) + widest];
  const edge = 1.5 / canvas.side;
  canvas.paintWithin(left, top, right, bottom, (x, y) => {
    const { along, across, distance } = nearest(path, x, y);
    const reach = radius(along);
    const inside = step(reach, reach - edge - 0.12 * reach, distance);
    if (inside === 0) return null;
    const hair = hairs(across / (0.16 * widest + 1e-6), along * 5);
    const bare = dryness * step(0.35, 1, along) * step(-0.35, 0.45, hair);
    // Ridges catch light from the upper left; the rim of the paint is a little thicker.
    const slope = hairs(across / (0.16 * widest + 1e-6) + 0.35, along * 5 + 0.1) - hair;
    const rim = across / (reach + 1e-6);
    const light = relief * (slope * 0.9 - 0.35 * rim * Math.abs(rim));
    return [lift(colour, light), opacity * inside * clamp(1 - bare)];
  });
}

function nearest(path: Stroke['path'], x: number, y: number) {
  let best = { along: 0, across: 0, distance: Infinity };
  for (let i = 0; i + 1 < path.length; i++) {
    const [ax, ay] = path[i]!;
    const [bx, by] = path[i + 1]!;
    const [dx, dy] = [bx - ax, by - ay];
    const length = Math.hypot(dx, dy) || 1e-9;
    const t = clamp(((x - ax) * dx + (y - ay) * dy) / length ** 2);
    const [ex, ey] = [x - ax - t * dx, y - ay - t * dy];
    const distance = Math.hypot(ex, ey);
    if (distance >= best.distance) continue;
    best = { along: (i + t) / (path.length - 1), across: (dx * ey - dy * ex) / length, distance };
  }
  return best;
}
