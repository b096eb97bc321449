/**
 * The first rows of the orthonormal cosine transform (DCT-II) of `size` values.
 *
 * @returns [waves, size], row by row, the number of waves rising
 */
export function cosineBasis(size: number, waves: number): Float32Array {
  return Float32Array.from({ length: waves * size }, (_, at) => {
    const [wave, i] = [Math.trunc(at / size), at % size];
    const length = Math.sqrt((wave === 0 ? 1 : 2) / size);
    return length * Math.cos((Math.PI * wave * (2 * i + 1)) / (2 * size));
  });
}
