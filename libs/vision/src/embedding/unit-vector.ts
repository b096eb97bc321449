/** A copy of `vector` scaled to Euclidean length 1, so that a dot product is a cosine. A zero vector stays zero. */
export function unitVector(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  return vector.map((value) => value * scale);
}
