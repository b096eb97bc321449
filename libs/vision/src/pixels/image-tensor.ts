import type { RgbImage } from '../rgb-image.js';
import type { NumberTensor } from '../session.js';

/** The pixels of an image as a network's input, uint8 [height, width, 3]; nothing is copied. */
export function imageTensor({ width, height, data }: RgbImage): NumberTensor<Uint8Array> {
  // What decoding gives is a Buffer, which the runtime does not take for a Uint8Array.
  return {
    data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    dims: [height, width, 3],
  };
}

/** Whole numbers as a network's input, int64 [length]. */
export function integerTensor(values: readonly number[]): NumberTensor<BigInt64Array> {
  return { data: BigInt64Array.from(values, BigInt), dims: [values.length] };
}
