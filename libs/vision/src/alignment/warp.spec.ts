import type { RgbImage } from '../rgb-image.js';
import { warpImage } from './warp.js';

/** Red counts columns, green counts rows, blue is constant. */
function gradient(width: number, height: number): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    data.set([(pixel % width) * 10, Math.trunc(pixel / width) * 10, 200], pixel * 3);
  }
  return { width, height, data };
}

const pixel = ({ width, data }: RgbImage, x: number, y: number) => [
  ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
];

describe('warpImage', () => {
  it('leaves an image as it is under the identity', () => {
    const image = gradient(7, 5);
    expect(warpImage(image, { a: 1, b: 0, tx: 0, ty: 0 }, 7, 5).data).toEqual(image.data);
  });

  it('samples bilinearly between pixel centres', () => {
    const warped = warpImage(gradient(7, 5), { a: 1, b: 0, tx: -1.5, ty: -0.25 }, 3, 3);
    expect(pixel(warped, 0, 0)).toEqual([15, 3, 200]);
    expect(pixel(warped, 2, 1)).toEqual([35, 13, 200]);
  });

  it('is black outside the image and fades into it', () => {
    const warped = warpImage(gradient(4, 4), { a: 1, b: 0, tx: 2.5, ty: 0 }, 7, 4);
    expect(pixel(warped, 1, 2)).toEqual([0, 0, 0]);
    expect(pixel(warped, 2, 2)).toEqual([0, 10, 100]);
    expect(pixel(warped, 3, 2)).toEqual([5, 20, 200]);
    expect(pixel(warped, 6, 2)).toEqual([15, 10, 100]);
  });

  it('turns by the angle of the transform: a quarter turn clockwise', () => {
    const warped = warpImage(gradient(3, 3), { a: 0, b: 1, tx: 2, ty: 0 }, 3, 3);
    expect(pixel(warped, 2, 0)).toEqual([0, 0, 200]);
    expect(pixel(warped, 2, 2)).toEqual([20, 0, 200]);
    expect(pixel(warped, 0, 0)).toEqual([0, 20, 200]);
  });
});
