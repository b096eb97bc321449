/**
 * Arithmetic on vectors of equal length, stored in single and added up in double precision. Each function passes once
 * over its arguments: at a megapixel a vector has 12 MB, and it is the memory that is waited for.
 */

/** a . b */
export function dot(a: Float32Array, b: Float32Array): number {
  let [even, odd] = [0, 0];
  const length = a.length - 1;
  let i = 0;
  // Two sums, because each addition waits for the one before.
  for (; i < length; i += 2) {
    even += (a[i] as number) * (b[i] as number);
    odd += (a[i + 1] as number) * (b[i + 1] as number);
  }
  return i === length ? even + odd + (a[i] as number) * (b[i] as number) : even + odd;
}

/** target = factor * source; the two may be one. */
export function scale(target: Float32Array, factor: number, source: Float32Array): void {
  for (let i = 0; i < target.length; i++) target[i] = factor * (source[i] as number);
}

/** target += factor * source */
export function addScaled(target: Float32Array, factor: number, source: Float32Array): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) + factor * (source[i] as number);
}

/** target = base + factor * direction */
export function moveFrom(
  base: Float32Array,
  factor: number,
  direction: Float32Array,
  target: Float32Array,
): void {
  for (let i = 0; i < target.length; i++) target[i] = (base[i] as number) + factor * (direction[i] as number);
}

/** target = a - b */
export function subtract(target: Float32Array, a: Float32Array, b: Float32Array): void {
  for (let i = 0; i < target.length; i++) target[i] = (a[i] as number) - (b[i] as number);
}

/** target += factor * source, then target . other: both in one pass. */
export function addScaledAndDot(
  target: Float32Array,
  factor: number,
  source: Float32Array,
  other: Float32Array,
): number {
  let [even, odd] = [0, 0];
  const length = target.length - 1;
  let i = 0;
  for (; i < length; i += 2) {
    const first = (target[i] as number) + factor * (source[i] as number);
    const second = (target[i + 1] as number) + factor * (source[i + 1] as number);
    target[i] = first;
    target[i + 1] = second;
    even += first * (other[i] as number);
    odd += second * (other[i + 1] as number);
  }
  if (i > length) return even + odd;
  target[i] = (target[i] as number) + factor * (source[i] as number);
  return even + odd + (target[i] as number) * (other[i] as number);
}

/** Sum of the absolute entries. */
export function absoluteSum(vector: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += Math.abs(vector[i] as number);
  return sum;
}

/** Largest absolute entry; NaN where one is. */
export function largestMagnitude(vector: Float32Array): number {
  let largest = 0;
  for (let i = 0; i < vector.length; i++) largest = Math.max(largest, Math.abs(vector[i] as number));
  return largest;
}
