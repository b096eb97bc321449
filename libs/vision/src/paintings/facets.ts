import { Canvas } from './canvas.js';
import { along, blend, hex, lift, palette } from './colour.js';
import { clamp, gradientNoise, layered, step } from './noise.js';
import { between, seeded, type Random } from './random.js';

const TONES = palette('1d1a17 43382c 7a6245 a98c5f d3bd8f efe3c4');
const COOL = palette('1b2530 3d5361 779094 b9c3b9');
const WARM = palette('4a1d12 9a4a22 cf8a3e e9c27a');

/** A straight line or a circle that parts the picture. */
type Edge = (x: number, y: number) => number;

/** Planes that cut through each other, each shaded from one of its edges: an arrangement in the manner of 1911. */
export function facets(size: number): Canvas {
  const canvas = new Canvas(size);
  const random = seeded(111);
  const edges = [...lines(random, 19), ...arcs(random, 7)];
  const dabs = layered(gradientNoise(112), 3);
  const weave = gradientNoise(113);
  canvas.paint((x, y) => {
    const distances = edges.map((edge) => edge(x, y));
    // Which side of every edge a point lies on names the plane; near edges count, so that planes stay large.
    let name = 7;
    let [first, second, owner] = [Infinity, Infinity, 0];
    for (const [i, distance] of distances.entries()) {
      name = (Math.imul(name, 31) + (distance > 0 ? i + 1 : 101 + i)) | 0;
      const near = Math.abs(distance);
      if (near < first) [first, second, owner] = [near, first, i];
      else if (near < second) second = near;
    }
    const own = hash(name);
    const family = own < 0.62 ? TONES : own < 0.83 ? COOL : WARM;
    const side = distances[owner]! > 0 ? 1 : -1;
    const shading = clamp(first / 0.075);
    const middle = Math.exp(-(((x - 0.5) ** 2 + (y - 0.47) ** 2) / 0.16));
    const base = 0.16 + 0.42 * hash(name + 17) + 0.3 * middle;
    const touches = 0.11 * dabs(26 * x + 9 * own, 60 * y + 5 * own) + 0.03 * weave(230 * x, 230 * y);
    const tone = along(family, clamp(base + (side > 0 ? 0.34 : -0.2) * (1 - shading) + touches));
    const drawn = step(0.0032, 0.0008, first) * (0.45 + 0.55 * hash(owner * 7 + (side > 0 ? 1 : 2)));
    const broken = clamp(0.75 + 0.6 * dabs(12 * x, 12 * y));
    return lift(blend(tone, hex('15110e'), 0.88 * drawn * broken), 0.02 * step(0.006, 0.002, second));
  });
  return canvas;
}

/** Near the upright and the two diagonals, as a figure stands. */
function lines(random: Random, count: number): Edge[] {
  const leanings = [Math.PI / 2, 0.95, 2.2, 0.25, 2.75];
  return Array.from({ length: count }, (_, i) => {
    const angle = leanings[i % leanings.length]! + between(random, -0.2, 0.2);
    const [px, py] = [between(random, 0.08, 0.92), between(random, 0.06, 0.94)];
    const [nx, ny] = [-Math.sin(angle), Math.cos(angle)];
    return (x, y) => (x - px) * nx + (y - py) * ny;
  });
}

function arcs(random: Random, count: number): Edge[] {
  return Array.from({ length: count }, () => {
    const [cx, cy] = [between(random, 0.25, 0.75), between(random, 0.2, 0.8)];
    const radius = between(random, 0.08, 0.3);
    return (x, y) => Math.hypot(x - cx, y - cy) - radius;
  });
}

/** A number in [0, 1) for a whole number. */
function hash(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
