/**
 * The first `waves` x `waves` coefficients of the orthonormal two-dimensional cosine transform (DCT-II) of a square.
 *
 * @param values `size` x `size`, row by row
 * @returns row by row, the number of waves down rising with the row, across with the column
 */
export function cosines(values: Float32Array, size: number, waves: number): Float32Array {
  const table = basis(size, waves);
  const across = new Float32Array(size * waves);
  for (let row = 0; row < size; row++) {
    for (let wave = 0; wave < waves; wave++) {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += table[wave * size + i]! * values[row * size + i]!;
      across[row * waves + wave] = sum;
    }
  }
  const both = new Float32Array(waves * waves);
  for (let down = 0; down < waves; down++) {
    for (let wave = 0; wave < waves; wave++) {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += table[down * size + i]! * across[i * waves + wave]!;
      both[down * waves + wave] = sum;
    }
  }
  return both;
}

function basis(size: number, waves: number): Float32Array {
  return Float32Array.from({ length: waves * size }, (_, at) => {
    const [wave, i] = [Math.trunc(at / size), at % size];
    const length = Math.sqrt((wave === 0 ? 1 : 2) / size);
    return length * Math.cos((Math.PI * wave * (2 * i + 1)) / (2 * size));
  });
}
