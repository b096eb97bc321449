import { ARCFACE_TEMPLATE } from '../alignment/arcface-template.js';
import type { RgbImage } from '../rgb-image.js';
import { lookAt } from '../../test/look-at.js';
import { contrastOf } from './contrast.js';
import { measureQuality, scoreQuality } from './face-quality.js';
import { sharpnessOf } from './sharpness.js';

/** A grey 112x112 crop from a function of the pixel. */
function crop(level: (x: number, y: number) => number): RgbImage {
  const data = new Uint8Array(112 * 112 * 3);
  for (let pixel = 0; pixel < 112 * 112; pixel++) {
    data.fill(level(pixel % 112, Math.trunc(pixel / 112)), pixel * 3, pixel * 3 + 3);
  }
  return { width: 112, height: 112, data };
}

const waves = (period: number, contrast = 100) =>
  crop(
    (x, y) => 128 + contrast * Math.sin((2 * Math.PI * x) / period) * Math.sin((2 * Math.PI * y) / period),
  );
const sharpness = async (aligned: RgbImage) => sharpnessOf((await lookAt(aligned)).measures);
const brightness = async (aligned: RgbImage) => (await lookAt(aligned)).measures.brightness;

describe('sharpness', () => {
  it('falls as detail gets coarser and is 0 for a flat face', async () => {
    const fine = await sharpness(waves(4));
    const medium = await sharpness(waves(16));
    expect(fine).toBe(1);
    expect(medium).toBeLessThan(fine);
    expect(await sharpness(waves(48))).toBeLessThan(medium);
    expect(await sharpness(crop(() => 90))).toBe(0);
  });

  it('does not depend on contrast', async () => {
    expect(await sharpness(waves(12, 40))).toBeCloseTo(await sharpness(waves(12, 100)), 1);
  });
});

describe('brightness', () => {
  it('weighs the colours as BT.601', async () => {
    const green = crop(() => 0);
    for (let at = 1; at < green.data.length; at += 3) green.data[at] = 255;
    expect(await brightness(green)).toBeCloseTo(0.587 * 255, 1);
    expect(await brightness(crop(() => 255))).toBeCloseTo(255, 3);
  });
});

describe('contrast', () => {
  const contrast = async (aligned: RgbImage) => contrastOf((await lookAt(aligned)).measures);

  it('is 0 for one level, 1 for half black and half white, and does not depend on brightness', async () => {
    expect(await contrast(crop(() => 90))).toBe(0);
    expect(await contrast(crop((x) => (x % 2) * 255))).toBeCloseTo(1, 3);
    expect(await contrast(crop((x) => 100 + (x % 2) * 51))).toBeCloseTo(0.2, 3);
    expect(await contrast(crop((x) => 20 + (x % 2) * 51))).toBeCloseTo(0.2, 3);
  });
});

describe('measureQuality', () => {
  it('tells of the face, its place in the picture and who is beside it', () => {
    const box = { x: -20, y: 100, width: 100, height: 130 };
    const quality = measureQuality({ brightness: 127.5, variance: 51 ** 2, edges: 2601 }, ARCFACE_TEMPLATE, {
      box,
      others: [{ ...box, x: 130 }],
      image: { width: 640, height: 480 },
    });
    expect(quality).toMatchObject({ brightness: 0.5, contrast: 0.4, sharpness: 1, crowding: 0.5 });
    expect(quality.outside).toBeCloseTo(0.2, 9);
    expect(quality.faceSize).toBeCloseTo(35.2, 1);
    expect(quality.score).toBe(scoreQuality(quality));
  });
});

describe('scoreQuality', () => {
  const ideal = {
    sharpness: 0.9,
    brightness: 0.5,
    contrast: 0.3,
    faceSize: 80,
    yaw: 0,
    pitch: 0,
    roll: 0,
    outside: 0,
    crowding: 0,
  };

  it('is 1 for an ideal face, whatever its roll', () => {
    expect(scoreQuality(ideal)).toBe(1);
    expect(scoreQuality({ ...ideal, roll: 40 })).toBe(1);
  });

  it.each([
    ['blurred', { sharpness: 0.2 }],
    ['dark', { brightness: 0.1 }],
    ['bright', { brightness: 0.9 }],
    ['small', { faceSize: 14 }],
    ['turned', { yaw: 40 }],
    ['looking down', { pitch: -40 }],
  ])('falls for a face that is %s', (_, fault) => {
    const score = scoreQuality({ ...ideal, ...fault });
    expect(score).toBeLessThan(0.8);
    expect(score).toBeGreaterThan(0);
  });

  it('never leaves 0 to 1', () => {
    expect(scoreQuality({ ...ideal, brightness: 1 })).toBe(0);
    expect(scoreQuality({ ...ideal, yaw: 120 })).toBe(0);
  });
});
