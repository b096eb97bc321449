/** A comparison of two pictures of one person. */
export interface GenuineComparison {
  readonly similarity: number;
  /** The lower of the two pictures' qualities; higher is better, whatever its unit. */
  readonly quality: number;
}

/** What is left when the worst comparisons are left out. */
export interface DiscardPoint {
  /** Share of the comparisons that is left out, 0 to below 1. */
  readonly discarded: number;
  /** Comparisons that remain. */
  readonly comparisons: number;
  /** Share of the remaining ones under the threshold, 0 to 1. */
  readonly fnmr: number;
}

/**
 * Error-versus-discard characteristic (ISO/IEC 29794-1; Grother and Tabassi, PAMI 2007): FNMR at a fixed threshold of
 * the comparisons that remain when the share of lowest quality is left out. A measure that predicts errors makes it fall;
 * one that knows nothing leaves it where it is. Of comparisons of equal quality on the border nobody says which are left
 * out: they count by the mean over all ways to choose.
 *
 * @param shares ascending or not, each from 0 to below 1
 */
export function errorVersusDiscard(
  comparisons: readonly GenuineComparison[],
  threshold: number,
  shares: readonly number[],
): DiscardPoint[] {
  const worstFirst = [...comparisons].sort((one, other) => one.quality - other.quality);
  return shares.map((discarded) => {
    const out = Math.floor(discarded * worstFirst.length + 1e-9);
    const remaining = worstFirst.length - out;
    return { discarded, comparisons: remaining, fnmr: missesBeyond(worstFirst, out, threshold) / remaining };
  });
}

/** Misses among what remains without the first `out`; those as good as the first that stays count by their share. */
function missesBeyond(worstFirst: readonly GenuineComparison[], out: number, threshold: number): number {
  const border = worstFirst[out]?.quality;
  const isMiss = ({ similarity }: GenuineComparison) => similarity < threshold;
  const tied = worstFirst.filter(({ quality }) => quality === border);
  const firstTied = worstFirst.findIndex(({ quality }) => quality === border);
  const kept = firstTied + tied.length - out;
  const better = worstFirst.slice(firstTied + tied.length).filter(isMiss).length;
  return better + tied.filter(isMiss).length * (tied.length > 0 ? kept / tied.length : 0);
}

/** What a measure would reach that knew every error: only misses are left out while there are any. */
export const idealFnmr = (fnmr: number, discarded: number): number =>
  Math.max(0, fnmr - discarded) / (1 - discarded);
