import { Canvas } from './canvas.js';
import { blend, hex, lift, type Colour } from './colour.js';
import { clamp, gradientNoise, step } from './noise.js';

const PAPER = hex('f7f0dc');
const BLACK = hex('141414');
/** Printing inks: what each leaves of red, green and blue, and the angle of its dots in degrees. */
const SCREENS: readonly { ink: Colour; angle: number; of: (wanted: Colour) => number }[] = [
  { ink: hex('ffd400'), angle: 0, of: ([, , blue]) => 1 - blue },
  { ink: hex('ee2a7b'), angle: 75, of: ([, green]) => 1 - green },
  { ink: hex('00a4e4'), angle: 15, of: ([red]) => 1 - red },
];
/** Distance between two dots. */
const PITCH = 1 / 58;

/** A burst and a wave, as a comic book prints them: coarse dots of three inks and a black line. */
export function halftone(size: number): Canvas {
  const canvas = new Canvas(size);
  const wobble = gradientNoise(91);
  const paper = gradientNoise(92);
  canvas.paint((x, y) => {
    let colour = lift(PAPER, 0.012 * paper(160 * x, 160 * y));
    const { wanted, line } = design(x, y, wobble);
    for (const { ink, angle, of } of SCREENS) {
      const amount = of(wanted);
      if (amount < 0.03) continue;
      const dot = dotAt(x, y, (angle * Math.PI) / 180, amount, (u, v) => {
        const middle = design(u, v, wobble).wanted;
        return of(middle);
      });
      colour = blend(colour, [colour[0] * ink[0], colour[1] * ink[1], colour[2] * ink[2]], 0.94 * dot);
    }
    return blend(colour, BLACK, line);
  });
  return canvas;
}

/** How much of a point is covered: dots grow with the amount until they flow together and only holes are left. */
function dotAt(
  x: number,
  y: number,
  angle: number,
  amount: number,
  at: (x: number, y: number) => number,
): number {
  if (amount > 0.97) return 1;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [u, v] = [(x * cos + y * sin) / PITCH, (y * cos - x * sin) / PITCH];
  const [cu, cv] = [Math.floor(u) + 0.5, Math.floor(v) + 0.5];
  const [mx, my] = [(cu * cos - cv * sin) * PITCH, (cu * sin + cv * cos) * PITCH];
  const share = clamp(at(mx, my));
  const far = Math.hypot(u - cu, v - cv);
  const soft = 0.055;
  if (share > 0.72) {
    const hole = Math.hypot(Math.abs(u - cu) - 0.5, Math.abs(v - cv) - 0.5);
    const radius = Math.sqrt((1 - share) / Math.PI) * 1.05;
    return step(radius - soft, radius + soft, hole);
  }
  const radius = Math.sqrt(share / Math.PI) * 1.02;
  return step(radius + soft, radius - soft, far);
}

/** The colours that are wanted, and how black the line is. */
function design(
  x: number,
  y: number,
  wobble: (x: number, y: number) => number,
): { wanted: Colour; line: number } {
  const [dx, dy] = [x - 0.56, y - 0.42];
  const radius = Math.hypot(dx, dy);
  const angle = Math.atan2(dy, dx);
  const rays = Math.cos(11 * angle + 0.35 * wobble(3, 2 * angle));
  const edge = 0.215 + 0.1 * Math.abs((((angle * 9) / Math.PI + 40) % 2) - 1) + 0.02 * wobble(4 * angle, 7);
  const swell = 0.78 + 0.06 * Math.sin(7.5 * x + 0.6) + 0.03 * Math.sin(17 * x);
  const second = swell + 0.105 + 0.02 * Math.sin(13 * x + 2);
  const lines = [
    Math.abs(radius - edge) - 0.0085,
    Math.abs(radius - 0.135) - 0.007 * (1.25 + wobble(3 * angle, 1)),
    Math.abs(y - swell) - 0.0095 * (1 + 0.6 * Math.sin(9 * x)),
    Math.abs(y - second) - 0.006 * (1 + 0.7 * Math.sin(7 * x + 2)),
  ];
  if (y > swell) lines[0] = lines[1] = 1;
  const line = step(0.0016, -0.0016, Math.min(...lines));
  if (y > second) return { wanted: [0.05, 0.2 + 1.4 * (y - second), 0.62], line };
  if (y > swell) return { wanted: [0.1 + 5 * (y - swell), 0.62 + 2 * (y - swell), 0.95], line };
  if (radius < 0.135) return { wanted: [1, 0.25 + 4.2 * radius, 0.2], line };
  if (radius < edge)
    return { wanted: [1, 0.93 - 1.5 * (radius - 0.135), 0.05 + 0.6 * (radius - 0.135)], line };
  if (rays > 0) return { wanted: [0.98, 0.38 + 0.75 * radius, 0.5 + 0.4 * radius], line };
  return { wanted: [0.55 + 0.6 * radius, 0.86, 0.98], line };
}
