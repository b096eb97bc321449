import { brush } from './brush.js';
import { Canvas } from './canvas.js';
import { along, blend, hex, lift, palette, type Colour } from './colour.js';
import { clamp, gradientNoise, layered, step } from './noise.js';
import { between, normal, seeded } from './random.js';

const SKY = palette('0b1c4d 143a86 1f62b0 4d9bc8 a9d3d1 e9e3b0');
const GLOW = palette('fff3b8 ffd95a f5a524 d9772b 3f7fb5');
const FIELDS = palette('17301f 2f5a2c 6d7f2a b8952c e3b94a');

/** Where light is, how large it is, and which way the paint turns round it. */
const LIGHTS = [
  { x: 0.72, y: 0.2, size: 0.15, turn: 1 },
  { x: 0.27, y: 0.33, size: 0.12, turn: -1 },
  { x: 0.49, y: 0.12, size: 0.06, turn: 1 },
  { x: 0.1, y: 0.1, size: 0.05, turn: -1 },
  { x: 0.91, y: 0.43, size: 0.05, turn: 1 },
];

/** A windy night over fields, in thick short strokes that follow the air. */
export function impasto(size: number): Canvas {
  const canvas = new Canvas(size);
  const random = seeded(11);
  const drift = gradientNoise(3);
  const clouds = layered(gradientNoise(5), 3);
  const hairs = gradientNoise(7);
  const ridge = (x: number) => 0.7 + 0.05 * Math.sin(5 * x + 1) + 0.04 * drift(3 * x, 9);

  const direction = (x: number, y: number): number => {
    if (y > ridge(x)) return 0.55 * Math.sin(6 * x + 2) + 0.35 * drift(5 * x, 5 * y);
    let [dx, dy] = [1, 0.5 * Math.sin(7 * x + 4 * y) + 0.8 * drift(3 * x, 3 * y)];
    for (const light of LIGHTS) {
      const [rx, ry] = [x - light.x, y - light.y];
      const distance = Math.hypot(rx, ry);
      const pull = 7 * Math.exp(-((distance / (1.5 * light.size)) ** 2));
      dx += (-ry / (distance + 1e-3)) * pull * light.turn;
      dy += (rx / (distance + 1e-3)) * pull * light.turn;
    }
    return Math.atan2(dy, dx);
  };

  const colourAt = (x: number, y: number): Colour => {
    if (y > ridge(x)) {
      const depth = (y - ridge(x)) / (1 - ridge(x));
      const rows = 0.5 + 0.5 * Math.sin(34 * depth + 5 * x + 2 * drift(4 * x, 4 * y));
      return along(FIELDS, clamp(0.15 + 0.5 * depth + 0.45 * rows * depth));
    }
    const band = 0.5 + 0.5 * Math.sin(9 * y + 5 * clouds(2.2 * x, 3 * y) + 2 * x);
    let colour = along(SKY, clamp(0.1 + 0.55 * band + 0.3 * clouds(4 * x + 7, 4 * y)));
    for (const { x: lx, y: ly, size: reach } of LIGHTS) {
      const far = Math.hypot(x - lx, y - ly) / reach;
      colour = blend(colour, along(GLOW, far * 0.95), step(1.15, 0.25, far + 0.12 * drift(9 * x, 9 * y)));
    }
    return colour;
  };

  canvas.paint((x, y) => blend(colourAt(x, y), hex('0b1c4d'), 0.35));
  for (const [count, width, length] of [
    [34, 0.017, 0.1],
    [52, 0.0105, 0.07],
    [74, 0.0062, 0.05],
  ] as const) {
    const places = Array.from({ length: count * count }, (_, i) => ({
      x: ((i % count) + between(random, -0.3, 1.3)) / count,
      y: (Math.floor(i / count) + between(random, -0.3, 1.3)) / count,
      order: random(),
    })).sort((one, other) => one.order - other.order);
    for (const { x, y } of places) {
      const path: [number, number][] = [[x, y]];
      const stretch = (length * between(random, 0.6, 1.2)) / 7;
      for (let i = 0, [px, py] = [x, y]; i < 7; i++) {
        const angle = direction(px, py);
        [px, py] = [px + stretch * Math.cos(angle), py + stretch * Math.sin(angle)];
        path.push([px, py]);
      }
      const colour = lift(colourAt(...path[3]!), 0.055 * normal(random));
      const own = random() * 1000;
      brush(canvas, {
        path,
        radius: (t) => width * (0.65 + 0.35 * Math.sin(Math.PI * clamp(0.15 + 0.8 * t))),
        colour,
        opacity: 0.96,
        relief: 0.17,
        dryness: 0.25,
        hairs: (across, t) => hairs(across + own, t + own),
      });
    }
  }
  return canvas;
}
