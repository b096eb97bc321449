import { Canvas } from './canvas.js';
import { along, blend, hex, lift, palette, type Colour } from './colour.js';
import { clamp, gradientNoise, layered, mix, step } from './noise.js';
import { between, normal, oneOf, seeded } from './random.js';

const SKY = palette('6f8fd0 9fb4e0 e7c9c9 f7dcae fbeec0');
const WATER = palette('2e4f8e 5b7fb8 b99ec0 f0b98d f9e1a8');
const LEAVES = palette('1f3a33 2f6b43 6aa04a b9c95a');
const TRUNK = palette('33261f 6b4a33 b3814f');
const MEADOW = palette('3a5a2c 6c9440 b8c255 ecd873');
/** Dots of these lie among their opposites, so that the eye mixes them. */
const SPARKS = palette('e0662f 7a3fa0 f2c230 2f78c4 d94f70');

/** A river on a late summer's afternoon, in dots of pure colour. */
export function pointillism(size: number): Canvas {
  const canvas = new Canvas(size);
  const random = seeded(101);
  const crowns = layered(gradientNoise(102), 4);
  const ripple = gradientNoise(103);
  const bank = (x: number) => 0.79 + 0.07 * Math.sin(3.1 * x + 0.4) + 0.02 * crowns(5 * x, 3);
  const tree = (x: number, y: number) => {
    const left = Math.hypot((x - 0.13) / 0.25, (y - 0.25) / 0.31) + 0.3 * crowns(6 * x, 6 * y);
    const right = Math.hypot((x - 0.92) / 0.15, (y - 0.36) / 0.17) + 0.3 * crowns(7 * x + 5, 7 * y);
    return Math.min(left, right);
  };
  const isTrunk = (x: number, y: number) =>
    Math.abs(x - 0.13 - 0.03 * Math.sin(6 * y)) < 0.02 && y > 0.5 && y < bank(x) + 0.02;
  const colourAt = (x: number, y: number): Colour => {
    if (y > bank(x)) {
      const shadow = step(0.32, 0.1, Math.abs(x - 0.2 - 0.5 * (y - 0.8))) * 0.6;
      return blend(
        along(MEADOW, clamp(0.55 + 0.5 * crowns(9 * x, 22 * y) + 0.5 * (y - 0.8))),
        hex('27467a'),
        shadow,
      );
    }
    if (isTrunk(x, y)) return along(TRUNK, clamp(0.5 + 25 * (x - 0.13 - 0.03 * Math.sin(6 * y))));
    const foliage = tree(x, y);
    if (foliage < 1)
      return along(
        LEAVES,
        clamp(0.2 + 0.75 * foliage - 0.55 * crowns(10 * x, 10 * y) - 0.9 * (x < 0.5 ? x - 0.13 : 0.9 - x)),
      );
    if (y < 0.5) {
      const hills = step(0.0, 0.012, y - 0.455 - 0.025 * crowns(4 * x, 9));
      const sun = Math.exp(-(((x - 0.6) ** 2 + (y - 0.33) ** 2) / 0.018));
      return blend(
        blend(along(SKY, clamp(0.1 + 1.7 * y + 0.2 * crowns(3 * x, 8 * y))), hex('fff6c9'), sun),
        hex('7d7fb4'),
        0.75 * hills,
      );
    }
    const mirrored = tree(x + 0.012 * ripple(5 * x, 60 * y), 1 - y + 0.02) < 1 ? 0.65 : 0;
    const glitter =
      Math.exp(-(((x - 0.6) / (0.05 + 0.35 * (y - 0.5))) ** 2)) * step(-0.1, 0.5, ripple(16 * x, 70 * y));
    const water = along(WATER, clamp(0.75 - 2 * (y - 0.5) + 0.3 * ripple(6 * x, 40 * y)));
    return blend(blend(water, hex('2c5a4a'), mirrored), hex('fff0bd'), 0.85 * glitter);
  };
  canvas.paint((x, y) => blend(colourAt(x, y), hex('f0e6d0'), 0.45));
  for (const [count, radius] of [
    [70, 0.0115],
    [110, 0.0073],
    [165, 0.0048],
  ] as const) {
    for (let i = 0; i < count * count; i++) {
      const x = ((i % count) + between(random, -0.2, 1.2)) / count;
      const y = (Math.floor(i / count) + between(random, -0.2, 1.2)) / count;
      const pure = saturated(colourAt(x + 0.004 * normal(random), y + 0.004 * normal(random)), 1.25);
      const spark = random() < 0.13;
      const colour = spark ? blend(pure, oneOf(random, SPARKS), 0.62) : lift(pure, 0.06 * normal(random));
      dab(canvas, x, y, radius * between(random, 0.75, 1.15), colour, Math.sin(40 * i));
    }
  }
  return canvas;
}

function dab(canvas: Canvas, cx: number, cy: number, radius: number, colour: Colour, odd: number): void {
  canvas.paintWithin(cx - radius, cy - radius, cx + radius, cy + radius, (x, y) => {
    const [dx, dy] = [x - cx, (y - cy) * (1 + 0.18 * odd)];
    const far = Math.hypot(dx, dy) / radius;
    const inside = step(1, 0.8, far);
    return inside === 0
      ? null
      : [lift(colour, -0.06 * ((dx + dy) / radius) - 0.03 * step(0.5, 1, far)), 0.93 * inside];
  });
}

function saturated(colour: Colour, by: number): Colour {
  const grey = (colour[0] + colour[1] + colour[2]) / 3;
  return [clamp(mix(grey, colour[0], by)), clamp(mix(grey, colour[1], by)), clamp(mix(grey, colour[2], by))];
}
