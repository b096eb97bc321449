import { Canvas } from './canvas.js';
import { along, blend, hex, palette, shade, type Colour } from './colour.js';
import { clamp, gradientNoise, layered, step } from './noise.js';
import { between, seeded, type Random } from './random.js';

interface Pane {
  readonly x: number;
  readonly y: number;
  readonly glass: readonly Colour[];
}

const LEAD = hex('15120f');
/** Each from the dark to the lit end of one kind of glass. */
const RUBY = palette('4a0410 a30f1f e8433a');
const COBALT = palette('06124a 103ba8 3f86f0');
const GOLD = palette('8a4b06 e19a17 ffe08a');
const EMERALD = palette('04331f 0d7a45 63c978');
const VIOLET = palette('260840 6a2398 b678dd');
const SKY = palette('0c4a6e 2e9cc4 b7e6ee');
const ROSE = palette('7a1240 d8487f ffb7c8');
/** Panes a ring, where it lies, and its kinds of glass in turn. */
const RINGS: readonly [count: number, radius: number, glasses: readonly (readonly Colour[])[]][] = [
  [1, 0, [GOLD]],
  [8, 0.085, [RUBY, GOLD]],
  [12, 0.165, [COBALT, SKY, COBALT]],
  [16, 0.245, [GOLD, RUBY, ROSE, RUBY]],
  [24, 0.325, [EMERALD, SKY, COBALT, SKY]],
  [24, 0.4, [VIOLET, RUBY, COBALT]],
  [36, 0.475, [SKY, COBALT, GOLD]],
  [36, 0.56, [COBALT, EMERALD, COBALT, VIOLET]],
  [40, 0.65, [RUBY, COBALT, GOLD, COBALT]],
  [44, 0.74, [VIOLET, COBALT]],
];
const HEAVY_LEAD = [0.125, 0.285, 0.438, 0.515];

/** A rose window with the sun behind it. */
export function stainedGlass(size: number): Canvas {
  const canvas = new Canvas(size);
  const panes = setPanes(seeded(21));
  const ripple = layered(gradientNoise(22), 4);
  const seeds = gradientNoise(23);
  canvas.paint((x, y) => {
    const [wx, wy] = [x + 0.004 * ripple(14 * x, 14 * y), y + 0.004 * ripple(14 * x + 40, 14 * y)];
    const { pane, gap } = paneAt(panes, wx, wy);
    const radius = Math.hypot(wx - 0.5, wy - 0.5);
    const sun = Math.exp(-((Math.hypot(x - 0.42, y - 0.38) / 0.45) ** 2));
    const streaks = 0.5 * ripple(5 * x + 31 * pane.x, 16 * y + 17 * pane.y);
    const bubbles = 0.25 * step(0.45, 0.8, seeds(70 * x, 70 * y));
    const depth = step(0, 0.035, gap);
    const lit = clamp(0.18 + 0.34 * depth + 0.4 * sun + 0.55 * streaks * 0.6 + bubbles * 0.3);
    const glass = along(pane.glass, lit);
    const heavy = Math.min(...HEAVY_LEAD.map((ring) => Math.abs(radius - ring)));
    const cameWidth = 0.0048 + 0.001 * ripple(9 * x, 9 * y);
    const distance = Math.min(gap - cameWidth, heavy - 0.0085);
    const came = step(0.0012, -0.0012, distance);
    // Lead is round: it shines on top, and shades the glass beside it.
    const shine = step(0.004, 0, Math.abs(distance + 0.0042)) * (0.5 + 0.5 * ripple(25 * x, 25 * y));
    const metal = blend(LEAD, hex('7d7a74'), 0.55 * shine);
    return blend(shade(glass, 0.62 + 0.38 * step(0, 0.012, distance)), metal, came);
  });
  return canvas;
}

function setPanes(random: Random): Pane[] {
  return RINGS.flatMap(([count, radius, glasses], ring) =>
    Array.from({ length: count }, (_, i) => {
      const angle = (2 * Math.PI * (i + (ring % 2) / 2)) / count + between(random, -0.035, 0.035);
      const reach = radius + between(random, -0.006, 0.006);
      return {
        x: 0.5 + reach * Math.cos(angle),
        y: 0.5 + reach * Math.sin(angle),
        glass: glasses[i % glasses.length]!,
      };
    }),
  );
}

/** The pane at a point and how far its border is. */
function paneAt(panes: readonly Pane[], x: number, y: number): { pane: Pane; gap: number } {
  let nearest = panes[0]!;
  let best = Infinity;
  for (const pane of panes) {
    const distance = (x - pane.x) ** 2 + (y - pane.y) ** 2;
    if (distance < best) [nearest, best] = [pane, distance];
  }
  let gap = Infinity;
  for (const pane of panes) {
    if (pane === nearest) continue;
    const apart = Math.hypot(pane.x - nearest.x, pane.y - nearest.y);
    if (apart > 0.3) continue;
    gap = Math.min(gap, ((x - pane.x) ** 2 + (y - pane.y) ** 2 - best) / (2 * apart));
  }
  return { pane: nearest, gap };
}
