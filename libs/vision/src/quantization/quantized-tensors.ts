import type { TensorProto } from '../graph/model-proto.js';

/** ONNX's codes of element types (`TensorProto.DataType`). */
export const FLOAT32 = 1;
const UINT8 = 2;
const INT8 = 3;
const INT32 = 6;

/** What the values of an activation lie between; 0 is always among them. */
export interface ValueRange {
  readonly min: number;
  readonly max: number;
}

/** `level = round(value / scale) + zeroPoint`, 0 to 255 (Jacob et al., arXiv:1712.05877). */
export function activationLevels({ min, max }: ValueRange): { scale: number; zeroPoint: number } {
  const [low, high] = [Math.min(0, min), Math.max(0, max)];
  const scale = high > low ? (high - low) / 255 : 1;
  return { scale, zeroPoint: Math.round(Math.abs(low) / scale) };
}

/** Weights of a convolution in levels of -127 to 127, each output channel with a scale of its own. */
export function weightLevels(
  weights: Float32Array,
  channels: number,
): { levels: Int8Array; scales: Float32Array } {
  const size = weights.length / channels;
  const levels = new Int8Array(weights.length);
  const scales = new Float32Array(channels);
  for (let channel = 0; channel < channels; channel++) {
    const own = weights.subarray(channel * size, (channel + 1) * size);
    const largest = own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    const scale = largest > 0 ? largest / 127 : 1;
    scales[channel] = scale;
    own.forEach((weight, i) => (levels[channel * size + i] = Math.round(weight / scale)));
  }
  return { levels, scales };
}

/** The elements of a float tensor of a model. @throws RangeError where it holds something else */
export function floatsOf({ name, dataType, rawData, floatData }: TensorProto): Float32Array {
  if (dataType !== FLOAT32) throw new RangeError(`${name ?? 'a tensor'} holds no 32-bit floats`);
  if (!rawData || rawData.length === 0) return Float32Array.from(floatData ?? []);
  return new Float32Array(new Uint8Array(rawData).buffer);
}

type Levels = Float32Array | Uint8Array | Int8Array | Int32Array;

/** A constant of a model. @param dims outermost first, [] for a scalar */
export function constant(name: string, data: Levels, dims: readonly number[]): TensorProto {
  const dataType =
    data instanceof Float32Array
      ? FLOAT32
      : data instanceof Uint8Array
        ? UINT8
        : data instanceof Int8Array
          ? INT8
          : INT32;
  return {
    name,
    dims: [...dims],
    dataType,
    rawData: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  };
}
