import { brush } from './brush.js';
import { Canvas } from './canvas.js';
import { blend, hex, lift, type Colour } from './colour.js';
import { clamp, gradientNoise, layered, step } from './noise.js';
import { between, seeded, type Random } from './random.js';

const PAPER = hex('efe6d3');
const INK = hex('16171c');
const VERMILION = hex('b3261e');

/** Ranges from far to near: where they stand, how high they rise, how dark their ink is. */
const RANGES = [
  { foot: 0.5, rise: 0.2, ink: 0.26, seed: 1, rough: 0.25 },
  { foot: 0.62, rise: 0.26, ink: 0.45, seed: 2, rough: 0.4 },
  { foot: 0.78, rise: 0.24, ink: 0.68, seed: 3, rough: 0.6 },
  { foot: 0.97, rise: 0.19, ink: 0.92, seed: 4, rough: 0.9 },
];

/** Mountains in mist, a red sun and a branch of bamboo, in ink on mulberry paper. */
export function inkWash(size: number): Canvas {
  const canvas = new Canvas(size);
  const random = seeded(31);
  paper(canvas);
  sun(canvas);
  for (const range of RANGES) mountains(canvas, range);
  bamboo(canvas, random);
  return canvas;
}

function paper(canvas: Canvas): void {
  const fibres = gradientNoise(32);
  const stains = layered(gradientNoise(33), 4);
  canvas.paint((x, y) => {
    const fibre = 0.018 * fibres(190 * x, 42 * y) + 0.018 * fibres(38 * x, 210 * y);
    return lift(blend(PAPER, hex('d9c9a8'), clamp(0.35 + 0.6 * stains(2.4 * x, 2.4 * y)) * 0.5), fibre);
  });
}

function sun(canvas: Canvas): void {
  const wet = layered(gradientNoise(34), 4);
  canvas.paintWithin(0.55, 0.05, 0.9, 0.4, (x, y) => {
    const distance = Math.hypot(x - 0.72, y - 0.2) + 0.006 * wet(18 * x, 18 * y);
    const pool = 0.72 + 0.28 * step(0.045, 0.083, distance) + 0.16 * wet(11 * x, 11 * y);
    return [VERMILION, clamp(step(0.087, 0.083, distance) * pool * 0.9)];
  });
}

function mountains(canvas: Canvas, { foot, rise, ink, seed, rough }: (typeof RANGES)[number]): void {
  const shape = layered(gradientNoise(40 + seed), 6);
  const texture = layered(gradientNoise(50 + seed), 5);
  const drag = gradientNoise(60 + seed);
  const ridge = (x: number) => {
    const peak = 1 - Math.abs(shape(1.7 * x + 5 * seed, 0.5));
    return foot - rise * (0.25 + 0.85 * peak ** 1.6) - 0.02 * shape(9 * x, seed);
  };
  canvas.paintWithin(0, foot - 1.4 * rise, 1, 1, (x, y) => {
    const below = y - ridge(x) + 0.004 * texture(26 * x, 26 * y);
    if (below < -0.012) return null;
    const body = step(-0.002, 0.003, below);
    const mist = 1 - step(0.02, 0.85 * rise + 0.06 * texture(3 * x, 4 * y), below);
    const edge = step(0.02, 0.001, Math.abs(below - 0.004));
    // Strokes of a split brush run down the slopes, and the paper shows between them.
    const folds = texture(7 * x + 2.5 * below, 3 * y - 6 * x * (seed % 2 ? 1 : -1));
    const dry = drag(70 * (x + 0.4 * below), 9 * below + 3 * folds);
    const stroke = step(0.1, 0.75, folds + rough * 0.5 * dry);
    const wash = 0.3 + 0.5 * stroke + 0.25 * texture(4 * x, 4 * y);
    const amount = ink * body * clamp(mist * clamp(wash) + 0.65 * edge * (0.6 + 0.4 * dry));
    return [tinted(amount), clamp(amount * 1.05)];
  });
}

/** Thin ink is bluish, thick ink is black. */
const tinted = (amount: number): Colour => blend(hex('3d4a59'), INK, clamp(amount * 1.3));

function bamboo(canvas: Canvas, random: Random): void {
  const hairs = gradientNoise(35);
  const paint = (
    path: [number, number][],
    radius: (t: number) => number,
    opacity: number,
    dryness: number,
  ) => {
    const own = 100 * random();
    brush(canvas, {
      path,
      radius,
      colour: tinted(opacity),
      opacity,
      relief: 0.05,
      dryness,
      hairs: (a, t) => hairs(a + own, t + own),
    });
  };
  for (const [foot, lean, width] of [
    [0.13, 0.05, 0.0125],
    [0.225, -0.035, 0.0085],
  ] as const) {
    const at = (y: number): [number, number] => [foot + lean * (1 - y) + 0.012 * Math.sin(4 * y), y];
    for (let joint = 1.04; joint > -0.05; joint -= 0.155) {
      const end = joint - 0.147;
      paint(
        [at(joint), at((joint + end) / 2), at(end)],
        (t) => width * (1 + 0.22 * (2 * t - 1) ** 4),
        0.8,
        0.5,
      );
      const [x, y] = at(joint);
      paint(
        [
          [x - 1.5 * width, y + 0.004],
          [x, y + 0.001],
          [x + 1.5 * width, y + 0.005],
        ],
        () => 0.0028,
        0.95,
        0.1,
      );
    }
    for (let tuft = 0; tuft < 5; tuft++) {
      const [x, y] = at(between(random, 0.04, 0.6));
      const side = tuft % 2 ? 1 : -1;
      for (let leaf = 0; leaf < 5; leaf++) {
        const angle = side * between(random, 0.15, 1.05) + Math.PI / 2;
        const length = between(random, 0.09, 0.19);
        const bend = between(random, -0.25, 0.25);
        const path = Array.from({ length: 7 }, (_, i): [number, number] => {
          const turned = angle + (bend * i) / 6;
          return [
            x + side * 0.02 + (length * i * Math.cos(turned)) / 6,
            y + (length * i * Math.sin(turned)) / 6,
          ];
        });
        const dark = between(random, 0.5, 0.97);
        paint(
          path,
          (t) => 0.0115 * Math.sin(Math.PI * clamp(t * 0.92 + 0.04)) ** 0.8 * (1 - 0.35 * t),
          dark,
          0.55,
        );
      }
    }
  }
}
