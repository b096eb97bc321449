import { toPlanar, toRgb } from './planar-image.js';

it('a picture becomes planes of levels and is the same again afterwards', () => {
  const image = { width: 2, height: 1, data: Uint8Array.from([255, 0, 51, 102, 1, 254]) };
  const planar = toPlanar(image);
  expect([...planar.data].map((level) => Math.round(level * 255))).toEqual([255, 102, 0, 1, 51, 254]);
  expect(toRgb(planar)).toEqual(image);
});

it('levels beyond 0 to 1 are cut off, and others rounded', () => {
  const data = Float32Array.from([-3, 1.2, 0.4999 / 255]);
  expect([...toRgb({ width: 1, height: 1, data }).data]).toEqual([0, 255, 0]);
});
