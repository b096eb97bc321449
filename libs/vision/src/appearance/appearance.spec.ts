import type { RgbImage } from '../rgb-image.js';
import { lookAt } from '../../test/look-at.js';
import { APPEARANCE_LENGTH } from './appearance-graph.js';
import { cosineBasis } from './cosines.js';

const SIDE = 112;

/** A made-up face: a few coloured blobs. */
function picture(
  seed: number,
  change: (level: number, x: number, y: number) => number = (level) => level,
): RgbImage {
  const data = new Uint8Array(SIDE * SIDE * 3);
  for (let at = 0; at < data.length; at++) {
    const [x, y, c] = [Math.trunc(at / 3) % SIDE, Math.trunc(at / 3 / SIDE), at % 3];
    let level = 120;
    for (let blob = 1; blob < 9; blob++) {
      const [bx, by] = [(blob * 37 * seed) % SIDE, (blob * 53 * seed + 11) % SIDE];
      const sign = (blob + c + seed) % 2 ? 1 : -1;
      level += sign * 90 * Math.exp(-((x - bx) ** 2 + (y - by) ** 2) / (40 + 12 * blob));
    }
    data[at] = Math.min(255, Math.max(0, Math.round(change(level, x, y))));
  }
  return { width: SIDE, height: SIDE, data };
}

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

const describeAppearance = async (aligned: RgbImage) => (await lookAt(aligned)).appearance;

describe('describeAppearance', () => {
  let original: Float32Array;
  beforeAll(async () => {
    original = await describeAppearance(picture(3));
  });

  it('is a unit vector', async () => {
    expect(original).toHaveLength(APPEARANCE_LENGTH);
    expect(cosine(original, original)).toBeCloseTo(1, 5);
  });

  it('is nearly the same for coarser levels, other brightness and contrast, and noise', async () => {
    const noise = (x: number, y: number) => ((x * 31 + y * 17) % 5) - 2;
    for (const change of [
      (level: number) => Math.round(level / 4) * 4,
      (level: number) => 0.8 * level + 30,
      (level: number, x: number, y: number) => level + noise(x, y),
    ]) {
      expect(cosine(original, await describeAppearance(picture(3, change)))).toBeGreaterThan(0.9);
    }
  });

  it('is nearly the same when the face is found a pixel beside', async () => {
    const { data } = picture(3);
    const moved = {
      width: SIDE,
      height: SIDE,
      data: data.map((_, i) => data[Math.max(0, i - 3 * SIDE - 3)]!),
    };
    expect(cosine(original, await describeAppearance(moved))).toBeGreaterThan(0.9);
  });

  it('is the same whatever lies around the face', async () => {
    const around = (level: number, x: number, y: number, at: number) =>
      Math.hypot((x - 56) / 44, (y - 72) / 52) > 1 ? [30, 90, 220][at % 3]! : level;
    const { data } = picture(3);
    const held = data.map((level, at) =>
      around(level, Math.trunc(at / 3) % SIDE, Math.trunc(at / 3 / SIDE), at),
    );
    expect(
      cosine(original, await describeAppearance({ width: SIDE, height: SIDE, data: held })),
    ).toBeGreaterThan(0.999);
  });

  it('is another for another picture, and for the same one without its colours', async () => {
    expect(cosine(original, await describeAppearance(picture(5)))).toBeLessThan(0.75);
    const grey = picture(3);
    for (let at = 0; at < grey.data.length; at += 3) grey.data.fill(grey.data[at + 1]!, at, at + 3);
    expect(cosine(original, await describeAppearance(grey))).toBeLessThan(0.97);
  });

  it('of a face without any detail is no number gone wrong', async () => {
    const flat = await describeAppearance({
      width: SIDE,
      height: SIDE,
      data: new Uint8Array(SIDE * SIDE * 3).fill(90),
    });
    expect([...flat].every((value) => Number.isFinite(value))).toBe(true);
  });
});

describe('cosineBasis', () => {
  it('has rows of unit length, each at right angles to the others', () => {
    const [size, waves] = [8, 4];
    const basis = cosineBasis(size, waves);
    const row = (k: number) => basis.subarray(k * size, (k + 1) * size);
    for (let one = 0; one < waves; one++)
      for (let other = 0; other < waves; other++)
        expect(cosine(row(one), row(other))).toBeCloseTo(one === other ? 1 : 0, 5);
  });
});
