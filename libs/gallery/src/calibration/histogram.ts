/** Counts of scores in bins of one width over [-1, 1]; a bin holds its lower bound, the last one 1 as well. */
export interface ScoreHistogram {
  readonly width: number;
  /** Bin i begins at -1 + i * width. */
  readonly counts: number[];
}

/**
 * How often which cosine occurs.
 *
 * @param scores cosines; what rounding has put a little outside of [-1, 1] is counted at its end
 * @param width of a bin; a whole number of them must make 2
 * @throws {RangeError} when they do not, or a score is no number
 */
export function scoreHistogram(scores: Iterable<number>, width = 0.02): ScoreHistogram {
  const bins = Math.round(2 / width);
  if (!(bins >= 1) || Math.abs(bins * width - 2) > 1e-9) throw new RangeError(`${width} does not divide 2.`);
  const counts = Array.from({ length: bins }, () => 0);
  for (const score of scores) {
    if (Number.isNaN(score)) throw new RangeError('A score is a number.');
    // The tiny amount keeps a score that stands for a bound, such as 0.3, from falling into the bin below it.
    const bin = Math.floor((score + 1) / width + 1e-9);
    counts[Math.max(0, Math.min(bins - 1, bin))]!++;
  }
  return { width, counts };
}
