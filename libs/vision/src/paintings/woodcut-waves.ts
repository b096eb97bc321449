import { Canvas } from './canvas.js';
import { blend, hex, lift, type Colour } from './colour.js';
import { clamp, gradientNoise, layered, step } from './noise.js';

const PAPER = hex('efe3c8');
const INK = hex('14233f');
const PRUSSIAN = hex('1f4e86');
const LIGHT = hex('8fb7c9');
const WHITE = hex('f6efdd');
const DUSK = hex('d9a77f');

/** Waves from far to near: where they run, how high, how long, how far their crests lean over. */
const WAVES = [
  { base: 0.5, height: 0.035, length: 0.17, shift: 0.02, lean: 0.35, lines: 4 },
  { base: 0.585, height: 0.065, length: 0.26, shift: 0.16, lean: 0.55, lines: 5 },
  { base: 0.7, height: 0.125, length: 0.44, shift: 0.12, lean: 0.85, lines: 7 },
  { base: 0.86, height: 0.15, length: 0.6, shift: 0.44, lean: 0.9, lines: 8 },
];

/** Breaking waves under an evening sky, as if cut in wood and printed from four blocks. */
export function woodcutWaves(size: number): Canvas {
  const canvas = new Canvas(size);
  const grain = layered(gradientNoise(81), 3);
  const knife = gradientNoise(82);
  const wood = (x: number, y: number) => grain(3 * x + 0.4 * grain(2 * x, 5 * y), 55 * y);
  canvas.paint((x, y) => {
    // A wiped gradation, dark at the top; the grain of the block shows in it.
    const dark = step(0.26, 0.0, y + 0.03 * wood(x, y));
    const warm = step(0.2, 0.5, y + 0.03 * wood(x, y));
    const sky = blend(blend(PAPER, PRUSSIAN, 0.92 * dark), DUSK, 0.6 * warm * (1 - dark));
    const sun = step(0.1, 0.097, Math.hypot(x - 0.3, y - 0.28));
    return lift(blend(sky, hex('c5402e'), 0.93 * sun), 0.045 * wood(x + 3 * sun, y));
  });
  for (const [i, wave] of WAVES.entries()) {
    canvas.paintWithin(0, wave.base - 2.2 * wave.height, 1, 1, (x, y) => {
      const ragged = 0.0035 * knife(34 * x, 34 * y) + 0.0015 * knife(90 * x, 90 * y);
      const { depth, phase, foam } = surface(wave, i, x, y, knife);
      const inside = depth + ragged;
      if (inside < -0.006) return null;
      return [inked(wave, inside, phase, foam, wood(x + i, y)), step(-0.0008, 0.0008, inside + 0.0045)];
    });
  }
  return canvas;
}

type Wave = (typeof WAVES)[number];

/** How far a point lies below a wave's surface, where along the wave, and how far below the foam's lower edge. */
function surface(wave: Wave, index: number, x: number, y: number, knife: (x: number, y: number) => number) {
  const up = clamp((wave.base + 0.4 * wave.height - y) / (1.6 * wave.height), 0, 1.4);
  const leaning = x + wave.lean * wave.height * up * up;
  const along = (leaning - wave.shift) / wave.length + 0.12 * knife(2.2 * x, index);
  const phase = along - Math.floor(along);
  // Steep in front, long behind: a crest at the middle, troughs between.
  const ramp = phase < 0.62 ? phase / 0.62 : (1 - phase) / 0.38;
  const crest = ramp ** 2.1;
  const top = wave.base - wave.height * (1.5 * crest - 0.35);
  const claws = 0.5 + 0.5 * Math.sin(58 * (along + 0.4 * up) + 4 * knife(12 * x, 12 * y));
  const thickness = wave.height * (0.05 + 0.42 * step(0.35, 1, crest)) * (0.55 + 0.75 * claws);
  return { depth: y - top, phase: along, foam: y - top - thickness };
}

/** Colour by colour as the blocks print: light blue, dark blue, white lines and foam, black outlines. */
function inked({ height, lines }: Wave, depth: number, phase: number, foam: number, wood: number): Colour {
  const outline = 0.0042;
  if (depth < outline) return INK;
  if (foam < 0) {
    const bubbles = Math.sin(210 * depth) * Math.sin(70 * phase) > 0.86;
    return bubbles ? LIGHT : lift(WHITE, 0.02 * wood);
  }
  if (foam < outline * 0.9) return INK;
  const below = depth / (2.3 * height);
  const stripe = Math.sin(2 * Math.PI * (lines * below ** 0.8 + 0.35 * Math.sin(6.28 * phase)));
  const cut = stripe - (0.2 + 0.75 * clamp(below));
  if (cut > 0) return lift(below < 0.42 ? WHITE : LIGHT, 0.03 * wood);
  return lift(blend(PRUSSIAN, INK, clamp(0.75 * below - 0.1)), 0.05 * wood);
}
