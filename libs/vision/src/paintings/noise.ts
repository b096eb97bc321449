import { seeded } from './random.js';

/** Smooth noise of the plane, about -1 to 1, with features about 1 apart. */
export type Noise = (x: number, y: number) => number;

const SIZE = 256;

/** Gradient noise (Ken Perlin, "Improving noise", SIGGRAPH 2002) over a table that the seed shuffles. */
export function gradientNoise(seed: number): Noise {
  const random = seeded(seed);
  const order = Uint8Array.from({ length: SIZE }, (_, i) => i);
  for (let i = SIZE - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  const directions = Array.from({ length: SIZE }, () => {
    const angle = 2 * Math.PI * random();
    return [Math.cos(angle), Math.sin(angle)] as const;
  });
  const slope = (column: number, row: number, dx: number, dy: number) => {
    const [gx, gy] = directions[order[((order[column & 255] as number) + row) & 255] as number]!;
    return gx * dx + gy * dy;
  };
  return (x, y) => {
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const [dx, dy] = [x - column, y - row];
    const [u, v] = [ease(dx), ease(dy)];
    const upper = mix(slope(column, row, dx, dy), slope(column + 1, row, dx - 1, dy), u);
    const lower = mix(slope(column, row + 1, dx, dy - 1), slope(column + 1, row + 1, dx - 1, dy - 1), u);
    return 1.4 * mix(upper, lower, v);
  };
}

/** Several octaves on top of each other, each half as large and half as strong; about -1 to 1. */
export function layered(noise: Noise, octaves: number): Noise {
  const total = 2 - 2 ** (1 - octaves);
  return (x, y) => {
    let [sum, strength, scale] = [0, 1, 1];
    for (let octave = 0; octave < octaves; octave++, strength /= 2, scale *= 2.03) {
      sum += strength * noise(x * scale + 17.3 * octave, y * scale - 9.1 * octave);
    }
    return sum / total;
  };
}

const ease = (t: number) => t * t * t * (t * (t * 6 - 15) + 10);

/** `a` at 0, `b` at 1. */
export const mix = (a: number, b: number, t: number) => a + (b - a) * t;

export const clamp = (value: number, low = 0, high = 1) => Math.min(high, Math.max(low, value));

/** 0 up to `from`, 1 from `to` on, smooth in between; `from` may be the larger one. */
export function step(from: number, to: number, value: number): number {
  const t = clamp((value - from) / (to - from));
  return t * t * (3 - 2 * t);
}
