/** What a threshold costs: shares from 0 to 1 (ISO/IEC 19795-1). */
export interface ErrorRates {
  readonly threshold: number;
  /** Share of enrolled people's probes whose own score stays below the threshold; null without any. */
  readonly fnir: number | null;
  /** Share of strangers' probes of which somebody's score reaches the threshold; null without any. */
  readonly fpir: number | null;
}

/**
 * Error rates of an identification over thresholds.
 *
 * @param genuine for each probe of an enrolled person, the cosine with that person's best other template
 * @param impostors for each probe, the best cosine with anybody else's template
 * @param thresholds to look at; a score that equals one reaches it
 */
export function errorCurve(
  genuine: readonly number[],
  impostors: readonly number[],
  thresholds: readonly number[],
): ErrorRates[] {
  const own = Float64Array.from(genuine).sort();
  const others = Float64Array.from(impostors).sort();
  return thresholds.map((threshold) => ({
    threshold,
    fnir: own.length > 0 ? below(own, threshold) / own.length : null,
    fpir: others.length > 0 ? 1 - below(others, threshold) / others.length : null,
  }));
}

/** How many of the ascending scores are less than the threshold. */
function below(scores: Float64Array, threshold: number): number {
  let [low, high] = [0, scores.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (scores[middle]! < threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}
