/** In the order of the numbers that exact.py writes. */
export const DECISIONS = ['unknown', 'ambiguous', 'matched'] as const;

/** What the exact comparison says of one probe. */
export interface OracleAnswer {
  /** Numbers of the two nearest people. */
  readonly best: number;
  readonly second: number;
  /** Index into DECISIONS. */
  readonly decision: number;
  /** Cosines of the two. */
  readonly first: number;
  readonly next: number;
}

const BYTES = 28;

/** Reads what exact.py wrote: three 32-bit integers and two 64-bit floats for each probe. */
export function oracleAnswers(bytes: Buffer): OracleAnswer[] {
  if (bytes.length % BYTES !== 0) throw new Error('The oracle stopped in the middle of an answer.');
  return Array.from({ length: bytes.length / BYTES }, (_, n) => {
    const at = n * BYTES;
    return {
      best: bytes.readInt32LE(at),
      second: bytes.readInt32LE(at + 4),
      decision: bytes.readInt32LE(at + 8),
      first: bytes.readDoubleLE(at + 12),
      next: bytes.readDoubleLE(at + 20),
    };
  });
}
