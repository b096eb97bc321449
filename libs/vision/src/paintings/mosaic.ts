import { Canvas } from './canvas.js';
import { along, blend, hex, lift, palette, type Colour } from './colour.js';
import { clamp, gradientNoise, layered, step } from './noise.js';
import { between, normal, oneOf, seeded, type Random } from './random.js';

/** One little stone: where it lies, which way its row runs, half its sides. */
interface Tessera {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly long: number;
  readonly wide: number;
  readonly colour: Colour;
}

const GROUT = hex('cbbfa6');
const GOLD = palette('a8741c c8952b e3b84e f3d98a');
const SUN = palette('7d1f16 b8391d e0682a f0a03c fbdc86');
const SEA = palette('0a2a43 0f4a6b 1b7290 4fa9ae a9d8cb');
const FOAM = palette('e9efe4 cfe3dd ffffff');
const HILLS = palette('23452f 3d6b3a 6f8f3f a9a94c');
const STONE = 0.0195;
const SUN_AT = { x: 0.6, y: 0.34 };
const SUN_RADIUS = 0.15;

/** A sun over hills and the sea, set in rows that follow what they show. */
export function mosaic(size: number): Canvas {
  const canvas = new Canvas(size);
  const grain = layered(gradientNoise(71), 3);
  canvas.paint((x, y) => lift(GROUT, 0.06 * grain(60 * x, 60 * y) - 0.1));
  for (const stone of [...sky(), ...hills(), ...sea()]) lay(canvas, stone);
  return canvas;
}

const shore = (x: number) => 0.66 + 0.012 * Math.sin(9 * x);
const ridge = (x: number) => 0.555 + 0.05 * Math.sin(4.4 * x + 2.2) + 0.025 * Math.sin(11 * x);

/** Rings round the sun: the sun itself, its rays, and gold. */
function sky(): Tessera[] {
  const random = seeded(72);
  const stones: Tessera[] = [];
  for (let ring = 0; ring < 62; ring++) {
    const radius = (ring + 0.5) * STONE;
    const count = Math.max(1, Math.round((2 * Math.PI * radius) / STONE));
    const turn = random();
    for (let i = 0; i < count; i++) {
      const at = (2 * Math.PI * (i + turn)) / count;
      const [x, y] = [SUN_AT.x + radius * Math.cos(at), SUN_AT.y + radius * Math.sin(at)];
      if (y > ridge(x) - 0.4 * STONE) continue;
      stones.push(stone(random, x, y, at + Math.PI / 2, skyColour(random, radius, at)));
    }
  }
  return stones;
}

function skyColour(random: Random, radius: number, at: number): Colour {
  if (radius < SUN_RADIUS) return along(SUN, 1 - radius / SUN_RADIUS + 0.12 * normal(random));
  if (radius < SUN_RADIUS + STONE) return hex('5c1712');
  const ray = Math.cos(12 * at) > 0.25 && radius < 0.34;
  if (ray) return along(SUN, 0.55 + 0.4 * random() - 0.8 * (radius - SUN_RADIUS));
  return along(GOLD, clamp(0.45 + 0.25 * normal(random) - 0.35 * (radius - 0.3)));
}

/** Rows that run along the ridge. */
function hills(): Tessera[] {
  const random = seeded(73);
  return rows(ridge, shore, (x, y, angle, row) => {
    const colour = row === 0 ? hex('1b3324') : along(HILLS, clamp(0.2 + 0.09 * row + 0.16 * normal(random)));
    return stone(random, x, y, angle, colour);
  });
}

/** Rows that run along the waves. */
function sea(): Tessera[] {
  const random = seeded(74);
  return rows(
    shore,
    () => 1.04,
    (x, y, angle, row) => {
      const swell = 0.5 + 0.5 * Math.sin(1.15 * row + 9 * x + 2.4 * Math.sin(5 * x + 0.4 * row));
      const glitter = Math.abs(x - SUN_AT.x) < 0.05 + 0.1 * random() && random() < 0.42;
      if (glitter) return stone(random, x, y, angle, oneOf(random, [...GOLD.slice(2), SUN[3]!]));
      if (swell > 0.93) return stone(random, x, y, angle, oneOf(random, FOAM));
      return stone(random, x, y, angle, along(SEA, clamp(0.9 * swell + 0.1 * normal(random))));
    },
  );
}

/** Rows of stones one below the other, from one line down to another. */
function rows(
  top: (x: number) => number,
  bottom: (x: number) => number,
  at: (x: number, y: number, angle: number, row: number) => Tessera,
): Tessera[] {
  const stones: Tessera[] = [];
  for (let row = 0; row < 50; row++) {
    const line = (x: number) =>
      top(x) + (row + 0.5) * STONE + 0.1 * row * STONE * Math.sin(7 * x + 0.5 * row) * 0.6;
    for (let x = -STONE * (row % 2 ? 0.5 : 1); x < 1 + STONE; x += STONE) {
      const y = line(x);
      if (y > bottom(x) + 0.2 * STONE || y > 1 + STONE) continue;
      stones.push(at(x, y, Math.atan2(line(x + 0.01) - line(x - 0.01), 0.02), row));
    }
  }
  return stones;
}

function stone(random: Random, x: number, y: number, angle: number, colour: Colour): Tessera {
  const half = STONE / 2;
  return {
    x: x + 0.04 * STONE * normal(random),
    y: y + 0.04 * STONE * normal(random),
    angle: angle + 0.06 * normal(random),
    long: half * between(random, 0.84, 0.97),
    wide: half * between(random, 0.82, 0.94),
    colour: lift(colour, 0.035 * normal(random)),
  };
}

function lay(canvas: Canvas, { x: cx, y: cy, angle, long, wide, colour }: Tessera): void {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const tilt = Math.sin(91 * cx + 57 * cy);
  canvas.paintWithin(cx - 1.5 * long, cy - 1.5 * long, cx + 1.5 * long, cy + 1.5 * long, (x, y) => {
    const [u, v] = [(x - cx) * cos + (y - cy) * sin, (y - cy) * cos - (x - cx) * sin];
    const inside = Math.min(long - Math.abs(u), wide - Math.abs(v));
    if (inside < -0.0012) return null;
    // Glass that is not quite level: each stone shines in its own direction, its rim is broken.
    const shine =
      0.09 * tilt * ((u + v) / long) + 0.05 * step(0.003, 0.0005, inside) * (u + v < 0 ? 1 : -1.4);
    return [
      lift(blend(colour, hex('000000'), 0.12 * step(0.0022, 0, inside)), shine),
      step(-0.0006, 0.0008, inside),
    ];
  });
}
