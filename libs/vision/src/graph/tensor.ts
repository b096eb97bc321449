import type { TensorProto } from './model-proto.js';

/** Element types the house writes, with ONNX's own codes (`TensorProto.DataType`). */
export const ELEMENT_TYPES = { float32: 1, uint8: 2, int32: 6, int64: 7, bool: 9 } as const;

/** Name of an element type. */
export type ElementType = keyof typeof ELEMENT_TYPES;

/** Elements of a constant: the typed array of its element type (`bool` as 0 and 1). */
export type TensorData = Float32Array | Uint8Array | Int32Array | BigInt64Array;

const ARRAYS = {
  float32: Float32Array,
  uint8: Uint8Array,
  int32: Int32Array,
  int64: BigInt64Array,
  bool: Uint8Array,
} as const;

const BYTES_PER_ELEMENT = { float32: 4, uint8: 1, int32: 4, int64: 8, bool: 1 } as const;

/**
 * A tensor of a model.
 * @param dims shape, outermost first; `[]` is a scalar
 * @param data its elements in row-major order; plain numbers are converted to `type`
 * @throws RangeError when the number of elements is not the product of `dims`
 */
export function tensorProto(
  name: string,
  type: ElementType,
  dims: readonly number[],
  data: TensorData | readonly number[],
): TensorProto {
  const elements = isTensorData(data) ? data : typedArray(type, data);
  const expected = dims.reduce((product, dim) => product * dim, 1);
  if (elements.byteLength !== expected * BYTES_PER_ELEMENT[type]) {
    throw new RangeError(`${name}: [${dims.join(', ')}] of ${type} does not fit ${elements.length} elements`);
  }
  const rawData = new Uint8Array(elements.buffer, elements.byteOffset, elements.byteLength);
  return { name, dims: [...dims], dataType: ELEMENT_TYPES[type], rawData };
}

function isTensorData(data: TensorData | readonly number[]): data is TensorData {
  return ArrayBuffer.isView(data);
}

function typedArray(type: ElementType, numbers: readonly number[]): TensorData {
  return type === 'int64' ? BigInt64Array.from(numbers, BigInt) : ARRAYS[type].from(numbers);
}
