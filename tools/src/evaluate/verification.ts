/** One pair of a verification protocol with its cosine. `fold` counts from 0. */
export interface ScoredPair {
  readonly similarity: number;
  readonly genuine: boolean;
  readonly fold: number;
}

export interface FoldedAccuracy {
  /** Mean over the folds, 0 to 1. */
  readonly mean: number;
  /** Standard error of the mean: standard deviation of the folds over the root of their number. */
  readonly standardError: number;
  /** Threshold that was best on all pairs. */
  readonly threshold: number;
}

/**
 * Accuracy of k-fold cross-validation as in LFW View 2 (Huang et al. 2007): for each fold, the threshold that is best
 * on the other folds is tried on this one.
 *
 * @throws RangeError with fewer than two folds
 */
export function foldedAccuracy(pairs: readonly ScoredPair[]): FoldedAccuracy {
  const folds = [...new Set(pairs.map(({ fold }) => fold))];
  if (folds.length < 2) throw new RangeError('Cross-validation needs pairs of at least two folds.');
  const accuracies = folds.map((fold) => {
    const threshold = bestThreshold(pairs.filter((pair) => pair.fold !== fold));
    return accuracyAt(
      pairs.filter((pair) => pair.fold === fold),
      threshold,
    );
  });
  const mean = average(accuracies);
  const variance = accuracies.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (folds.length - 1);
  return { mean, standardError: Math.sqrt(variance / folds.length), threshold: bestThreshold(pairs) };
}

/** Share of pairs that a threshold decides rightly; a pair matches from the threshold on. */
export function accuracyAt(pairs: readonly ScoredPair[], threshold: number): number {
  const right = pairs.filter(({ similarity, genuine }) => similarity >= threshold === genuine);
  return right.length / pairs.length;
}

/** The threshold with the most right decisions: one pass over the pairs in order of their similarity. */
export function bestThreshold(pairs: readonly ScoredPair[]): number {
  const sorted = [...pairs].sort((a, b) => b.similarity - a.similarity);
  let right = sorted.filter(({ genuine }) => !genuine).length; // Everything refused.
  let best = { right, threshold: Number.POSITIVE_INFINITY };
  for (const [i, { similarity, genuine }] of sorted.entries()) {
    right += genuine ? 1 : -1;
    const next = sorted[i + 1]?.similarity;
    if (next === similarity || right <= best.right) continue;
    best = { right, threshold: next === undefined ? similarity : (similarity + next) / 2 };
  }
  return best.threshold;
}

/** Rates of a one-to-one comparison at one threshold. */
export interface RocPoint {
  readonly threshold: number;
  /** False match rate: impostor pairs at or above the threshold, 0 to 1. */
  readonly fmr: number;
  /** True match rate (one minus FNMR): genuine pairs at or above the threshold. */
  readonly tmr: number;
}

/** Least threshold whose FMR does not exceed `fmr`, with the rates that it really has. */
export function operatingPointAt(pairs: readonly ScoredPair[], fmr: number): RocPoint {
  const impostors = pairs.flatMap(({ genuine, similarity }) => (genuine ? [] : similarity));
  const genuines = pairs.flatMap(({ genuine, similarity }) => (genuine ? similarity : []));
  const threshold = thresholdFor(impostors, fmr);
  return { threshold, fmr: shareFrom(impostors, threshold), tmr: shareFrom(genuines, threshold) };
}

/** Least threshold that at most `rate` of the scores reach. */
export function thresholdFor(scores: readonly number[], rate: number): number {
  const sorted = [...scores].sort((a, b) => b - a);
  const allowed = Math.floor(rate * sorted.length + 1e-9);
  const firstRefused = sorted[allowed];
  if (firstRefused === undefined) return -1;
  // Just above the best score that must be refused; equal scores are refused with it.
  return firstRefused + 1e-9;
}

/** The whole ROC curve, from the strictest threshold to the laxest. */
export function rocCurve(pairs: readonly ScoredPair[]): RocPoint[] {
  const thresholds = [...new Set(pairs.map(({ similarity }) => similarity))].sort((a, b) => b - a);
  const impostors = sortedScores(pairs, false);
  const genuines = sortedScores(pairs, true);
  return thresholds.map((threshold) => ({
    threshold,
    fmr: countFrom(impostors, threshold) / impostors.length,
    tmr: countFrom(genuines, threshold) / genuines.length,
  }));
}

const sortedScores = (pairs: readonly ScoredPair[], genuine: boolean) =>
  pairs
    .filter((pair) => pair.genuine === genuine)
    .map(({ similarity }) => similarity)
    .sort((a, b) => b - a);

/** How many of the descending scores are at or above the threshold. */
function countFrom(descending: readonly number[], threshold: number): number {
  let low = 0;
  let high = descending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (descending[middle]! >= threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}

const shareFrom = (scores: readonly number[], threshold: number) =>
  scores.filter((score) => score >= threshold).length / scores.length;

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
