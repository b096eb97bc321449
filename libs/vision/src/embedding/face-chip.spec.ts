import type { FiveLandmarks } from '../geometry.js';
import type { RgbImage } from '../rgb-image.js';
import { faceChip } from './face-chip.js';

const TEMPLATE: FiveLandmarks = [
  [2, 2],
  [7, 2],
  [5, 5],
  [3, 7],
  [6, 7],
];

/** Grey of each pixel from its place. */
function picture(size: number, grey: (x: number, y: number) => number): RgbImage {
  const data = Uint8Array.from({ length: size * size * 3 }, (_, i) => {
    const pixel = Math.trunc(i / 3);
    return grey(pixel % size, Math.trunc(pixel / size));
  });
  return { width: size, height: size, data };
}

const enlarged = (by: number) =>
  TEMPLATE.map(([x, y]) => [(x + 0.5) * by - 0.5, (y + 0.5) * by - 0.5]) as unknown as FiveLandmarks;

describe('faceChip', () => {
  it('copies a face that already lies on the template', () => {
    const image = picture(10, (x, y) => 10 * x + y);
    expect([...faceChip(image, TEMPLATE, TEMPLATE, 10).data]).toEqual([...image.data]);
  });

  it('averages a larger face instead of picking single pixels, so that fine stripes turn grey', () => {
    const image = picture(40, (x) => (x % 2 ? 200 : 100));
    expect(new Set(faceChip(image, enlarged(4), TEMPLATE, 10).data)).toEqual(new Set([150]));
  });
});
