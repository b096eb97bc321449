/** What a recogniser says of a face. */
export interface Embedded {
  /** Unit vector with as many entries as the recogniser has dimensions. */
  readonly vector: Float32Array;
  /** Length of the network's own output: it shrinks as there is less of a face to recognise. */
  readonly norm: number;
}

/** An output of a recogniser as a direction, so that a dot product is a cosine, and a length. Zeros stay zeros. */
export function embeddedBy(output: Float32Array): Embedded {
  let squares = 0;
  for (const value of output) squares += value * value;
  const norm = Math.sqrt(squares);
  return { vector: output.map((value) => (norm > 0 ? value / norm : 0)), norm };
}
