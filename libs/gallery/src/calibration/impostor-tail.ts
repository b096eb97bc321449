/** A share of impostor comparisons (FMR, 0 to 1) and the least cosine that no larger share reaches. */
export interface TailPoint {
  readonly fmr: number;
  readonly threshold: number;
}

/**
 * How a recogniser's impostors thin out, measured one to one: at least two points of falling FMR and rising threshold.
 * Between two points the threshold is linear in log FMR. Before the first and beyond the last point the nearest two are
 * continued: beyond the last one that is an extrapolation, of which nobody knows more than that tails go on thinning out.
 */
export type ImpostorTail = readonly TailPoint[];

/**
 * The FMR of one comparison that a search may have: strangers are independent comparisons, so that with N of them
 * FPIR = 1 - (1 - FMR)^N.
 *
 * @param fpir share of strangers' searches that may end in a match, between 0 and 1
 * @param comparisons templates in the gallery, at least 1
 */
export function fmrFor(fpir: number, comparisons: number): number {
  checkRate(fpir);
  checkComparisons(comparisons);
  return -Math.expm1(Math.log1p(-fpir) / comparisons);
}

/** The FPIR of a search of so many templates, from the FMR of one comparison. */
export function fpirFrom(fmr: number, comparisons: number): number {
  checkComparisons(comparisons);
  return -Math.expm1(comparisons * Math.log1p(-fmr));
}

/**
 * The threshold at which a search has the asked FPIR.
 *
 * @returns a cosine, never more than 1
 * @throws {RangeError} when the tail is none, or a rate or count is out of range
 */
export function thresholdFor(tail: ImpostorTail, fpir: number, comparisons: number): number {
  checkTail(tail);
  const logFmr = Math.log(fmrFor(fpir, comparisons));
  const after = tail.findIndex((point) => Math.log(point.fmr) <= logFmr);
  const [from, to] = segment(tail, after);
  const share = (logFmr - Math.log(from.fmr)) / (Math.log(to.fmr) - Math.log(from.fmr));
  return Math.min(1, from.threshold + share * (to.threshold - from.threshold));
}

/**
 * The FPIR that a search has at a threshold: the inverse of `thresholdFor`.
 *
 * @throws {RangeError} when the tail is none, or the count is out of range
 */
export function fpirAt(tail: ImpostorTail, threshold: number, comparisons: number): number {
  checkTail(tail);
  const after = tail.findIndex((point) => point.threshold >= threshold);
  const [from, to] = segment(tail, after);
  const share = (threshold - from.threshold) / (to.threshold - from.threshold);
  const logFmr = Math.log(from.fmr) + share * (Math.log(to.fmr) - Math.log(from.fmr));
  return fpirFrom(Math.min(1, Math.exp(logFmr)), comparisons);
}

/** The two points around what lies before the one at `after`; the nearest two outside of all. */
function segment(tail: ImpostorTail, after: number): [TailPoint, TailPoint] {
  const end = Math.max(1, after === -1 ? tail.length - 1 : after);
  return [tail[end - 1]!, tail[end]!];
}

function checkTail(tail: ImpostorTail): void {
  const falls = tail.every(({ fmr, threshold }, i) => {
    const before = tail[i - 1];
    return fmr > 0 && fmr < 1 && (!before || (fmr < before.fmr && threshold > before.threshold));
  });
  if (tail.length < 2 || !falls)
    throw new RangeError('An impostor tail has at least two points, of falling FMR and rising threshold.');
}

function checkRate(rate: number): void {
  if (!(rate > 0 && rate < 1)) throw new RangeError(`A rate lies between 0 and 1, ${rate} does not.`);
}

function checkComparisons(comparisons: number): void {
  if (!(comparisons >= 1)) throw new RangeError(`A search compares at least once, not ${comparisons} times.`);
}
