import { invertSimilarity, type Similarity } from '../alignment/similarity-transform.js';
import type { Box } from '../geometry.js';
import type { NumberTensor } from '../session.js';

/** Where a crop lies in an image: `x = a * column + b * row + c`, `y = d * column + e * row + f`, in pixels. */
export type CropMatrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The crop that a similarity carries the image into. @param into from pixels of the image to pixels of the crop */
export function matrixOf(into: Similarity): CropMatrix {
  const { a, b, tx, ty } = invertSimilarity(into);
  return [a, -b, tx, b, a, ty];
}

/** The crop that is a box in `width` x `height` pixels, as a resize draws it: pixel centres at halves. */
export function matrixOfBox(box: Box, width: number, height: number): CropMatrix {
  const [across, down] = [box.width / width, box.height / height];
  return [across, 0, box.x + across / 2 - 0.5, 0, down, box.y + down / 2 - 0.5];
}

/** float32 [crops, 2, 3] */
export const matrixTensor = (crops: readonly CropMatrix[]): NumberTensor => ({
  data: Float32Array.from(crops.flat()),
  dims: [crops.length, 2, 3],
});
