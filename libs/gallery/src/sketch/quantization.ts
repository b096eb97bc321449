import { NotUnitVector } from './sketch-errors.js';

/** How far from 1 the length of a vector may be; what is further away is no embedding. */
const UNIT_TOLERANCE = 1e-3;
const MOST_PER_BYTE = 127;
const MOST_PER_WORD = 32_767;
const MOST_PER_SUM = 2 ** 31 - 1;
const { round } = Math; // one look-up for half a billion entries

/** What is lost when a unit vector is kept as `scale * codes`. */
export interface Quantized {
  /** The value of one step. */
  readonly scale: number;
  /** Euclidean length of what rounding took away, itself rounded upwards: at least ||x - scale * codes||. */
  readonly residual: number;
}

/**
 * The length of a vector that should be a unit vector.
 *
 * @throws {NotUnitVector} when an entry is no finite number, or the length is not 1 to a thousandth
 */
export function unitLength(vector: Float32Array): number {
  let squares = 0;
  for (let i = 0; i < vector.length; i++) squares += vector[i]! * vector[i]!;
  const length = Math.sqrt(squares);
  if (Math.abs(length - 1) <= UNIT_TOLERANCE) return length;
  throw new NotUnitVector(length);
}

/** A template as signed bytes: writes the first entries of `codes`. */
export function quantizeTemplate(vector: Float32Array, codes: Int8Array): Quantized {
  return quantize(vector, codes, MOST_PER_BYTE);
}

/**
 * A probe as signed 16-bit integers, which is two hundred times finer and costs the scan nothing; never so large that
 * the sum of its products with a template's bytes leaves 32 bits.
 */
export function quantizeProbe(vector: Float32Array, codes: Int16Array): Quantized {
  const most = Math.min(MOST_PER_WORD, Math.floor(MOST_PER_SUM / (MOST_PER_BYTE * vector.length)));
  return quantize(vector, codes, most);
}

/** One bit for each entry, set where it is not negative: of two vectors, as many bits differ as the angle says. */
export function signBits(vector: Float32Array, bits: Uint8Array): void {
  bits.fill(0);
  for (let i = 0; i < vector.length; i++) if (vector[i]! >= 0) bits[i >> 3]! |= 1 << (i & 7);
}

function quantize(vector: Float32Array, codes: Int8Array | Int16Array, most: number): Quantized {
  const length = unitLength(vector);
  let largest = 0;
  for (let i = 0; i < vector.length; i++) {
    const value = vector[i]!;
    if (value > largest) largest = value;
    else if (-value > largest) largest = -value;
  }
  // The scale as it is kept, so that the residual is exactly that of the kept numbers.
  const scale = Math.fround(largest / length / most);
  let lost = 0;
  for (let i = 0; i < vector.length; i++) {
    const value = vector[i]! / length;
    const code = limited(round(value / scale), most);
    codes[i] = code;
    lost += (value - scale * code) ** 2;
  }
  // A few parts in a million on top outweigh every rounding, the one to 32 bits included.
  return { scale, residual: Math.fround(Math.sqrt(lost) * (1 + 1e-6) + 1e-9) };
}

/** A scale that was rounded down can lead one step too far. */
function limited(code: number, most: number): number {
  return code > most ? most : code < -most ? -most : code;
}
