import { lookAt } from '../../test/look-at.js';
import { appearanceVariants } from './appearance-variants.js';

const SIDE = 112;

/** A made-up face that is no more like itself in a mirror than faces are. */
const face = {
  width: SIDE,
  height: SIDE,
  data: Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, at) => {
    const [x, y, c] = [Math.trunc(at / 3) % SIDE, Math.trunc(at / 3 / SIDE), at % 3];
    return 128 + 60 * Math.sin((x + 2 * y) / 9 + c) + 50 * Math.cos((x * y) / 700 - c);
  }),
};
const changed = (from: (x: number, y: number, c: number) => number) => ({
  ...face,
  data: face.data.map((_, at) => from(Math.trunc(at / 3) % SIDE, Math.trunc(at / 3 / SIDE), at % 3)),
});
const level = (x: number, y: number, c: number) => face.data[3 * (y * SIDE + x) + c]!;
const luma = (x: number, y: number) =>
  0.299 * level(x, y, 0) + 0.587 * level(x, y, 1) + 0.114 * level(x, y, 2);
const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

describe('appearanceVariants', () => {
  let seen: Float32Array;
  let variants: Float32Array[];
  beforeAll(async () => {
    seen = (await lookAt(face)).appearance;
    variants = appearanceVariants(seen);
  });

  it.each([
    ['in a mirror', 1, (x: number, y: number, c: number) => level(SIDE - 1 - x, y, c)],
    ['without its colours', 2, (x: number, y: number) => luma(x, y)],
    ['in a mirror and without its colours', 3, (x: number, y: number) => luma(SIDE - 1 - x, y)],
  ])('are how the face looks %s', async (_, which, from) => {
    const found = (await lookAt(changed(from))).appearance;
    expect(cosine(variants[which]!, found)).toBeGreaterThan(0.99);
    expect(cosine(seen, found)).toBeLessThan(0.95);
  });

  it('begin with the face as it is, and are unit vectors', () => {
    expect(variants[0]).toEqual(seen);
    for (const variant of variants) expect(cosine(variant, variant)).toBeCloseTo(1, 5);
  });
});
