import type { RgbImage } from '../rgb-image.js';
import { invertSimilarity, type Similarity } from './similarity-transform.js';

/**
 * Draws `image` as `transform` carries it into a canvas of `width` x `height` pixels, bilinear, black outside the
 * image: OpenCV's `warpAffine(image, M, (width, height), borderValue=0)` with pixel centres at whole coordinates.
 *
 * @param transform from pixels of the image to pixels of the canvas
 */
export function warpImage(image: RgbImage, transform: Similarity, width: number, height: number): RgbImage {
  const { a, b, tx, ty } = invertSimilarity(transform);
  const data = new Uint8Array(width * height * 3);
  let target = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++, target += 3) {
      writePixel(image, a * column - b * row + tx, b * column + a * row + ty, data, target);
    }
  }
  return { width, height, data };
}

/** Writes the bilinear sample at `(x, y)` as three bytes. */
function writePixel(image: RgbImage, x: number, y: number, into: Uint8Array, at: number): void {
  const { width, height, data } = image;
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < -1 || top < -1 || left >= width || top >= height) return;
  const [right, below] = [x - left, y - top];
  const weight00 = left >= 0 && top >= 0 ? (1 - right) * (1 - below) : 0;
  const weight01 = left + 1 < width && top >= 0 ? right * (1 - below) : 0;
  const weight10 = left >= 0 && top + 1 < height ? (1 - right) * below : 0;
  const weight11 = left + 1 < width && top + 1 < height ? right * below : 0;
  const upper = (top * width + left) * 3;
  const lower = upper + width * 3;
  for (let channel = 0; channel < 3; channel++) {
    into[at + channel] =
      weight00 * (data[upper + channel] ?? 0) +
      weight01 * (data[upper + 3 + channel] ?? 0) +
      weight10 * (data[lower + channel] ?? 0) +
      weight11 * (data[lower + 3 + channel] ?? 0) +
      0.5;
  }
}
