import { headerEnd, readEntries, wrong } from './safetensors-header.js';

/** One array of numbers of a safetensors file; elements in row-major order of `shape`. */
export interface SafeTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** The arrays of a safetensors file by their names. */
export type SafeTensors = ReadonlyMap<string, SafeTensor>;

/**
 * Reads a safetensors file (https://huggingface.co/docs/safetensors): the length of the header as a little-endian
 * 64-bit integer, the header as JSON, then the arrays one behind the other without a gap.
 *
 * @param bytes the whole file; where its arrays lie on a multiple of four, the tensors are views of it
 * @throws {SafetensorsError} when the header does not describe the bytes exactly, or an array is not of F32
 */
export function readSafetensors(bytes: Uint8Array): SafeTensors {
  const body = bytes.subarray(headerEnd(bytes, bytes.length));
  let end = 0;
  const tensors = new Map<string, SafeTensor>();
  for (const { name, shape, data_offsets: offsets } of readEntries(bytes)) {
    if (offsets[0] !== end) throw wrong(`${name} begins at byte ${offsets[0]} where ${end} is due`);
    end = offsets[1];
    if (end > body.length) throw wrong(`${name} ends at byte ${end} of ${body.length}: the file is cut off`);
    tensors.set(name, { shape, data: floats(body.subarray(...offsets)) });
  }
  if (end !== body.length) throw wrong(`the arrays take ${end} bytes, the file holds ${body.length}`);
  return tensors;
}

/** A view where the bytes lie on a multiple of four, a copy where they do not. */
function floats(bytes: Uint8Array): Float32Array {
  const { buffer, byteOffset, length } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  return new Float32Array(buffer, byteOffset, length / Float32Array.BYTES_PER_ELEMENT);
}
