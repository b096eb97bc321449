/** A share of impostor comparisons (FMR, 0 to 1) and the least cosine that no larger share reaches. */
export interface TailPoint {
  readonly fmr: number;
  readonly threshold: number;
}

/**
 * How a recogniser's impostors thin out, measured one to one: at least two points of falling FMR and rising threshold.
 * Between two points the threshold is linear in log FMR. Before the first point the nearest two are continued; beyond the
 * last point the line through it and the one about a decade before. That is an extrapolation, of which nobody knows more
 * than that tails go on thinning out; decision 8 has how far off it was where somebody could count.
 */
export type ImpostorTail = readonly TailPoint[];

/**
 * How many comparisons with different people a search of a gallery amounts to. Templates of one person resemble each
 * other, so that k of them let as many strangers in as k^exponent people by one template each (decision 8).
 *
 * @param people who have a template; more of them than templates cannot be, and count as many as these
 * @param exponent `OperatingPoint.templateExponent` of the pack: 0 counts people, 1 counts templates
 * @returns at least 1, so that an empty gallery has a threshold as well
 * @throws {RangeError} when the exponent does not lie between 0 and 1
 */
export function effectiveComparisons(people: number, templates: number, exponent: number): number {
  if (!(exponent >= 0 && exponent <= 1))
    throw new RangeError(`An exponent of templates lies between 0 and 1, ${exponent} does not.`);
  const different = Math.max(1, Math.min(people, templates));
  return different * Math.max(1, templates / different) ** exponent;
}

/**
 * The FMR of one comparison that a search may have: strangers are independent comparisons, so that with N of them
 * FPIR = 1 - (1 - FMR)^N.
 *
 * @param fpir share of strangers' searches that may end in a match, between 0 and 1
 * @param comparisons `effectiveComparisons` of the gallery, at least 1
 */
export function fmrFor(fpir: number, comparisons: number): number {
  checkRate(fpir);
  checkComparisons(comparisons);
  return -Math.expm1(Math.log1p(-fpir) / comparisons);
}

/** The FPIR of a search that amounts to so many comparisons, from the FMR of one comparison. */
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

/** The two points on whose line lies what comes before the one at `after`, or beyond all of them. */
function segment(tail: ImpostorTail, after: number): [TailPoint, TailPoint] {
  if (after === -1) return [aDecadeBefore(tail), tail.at(-1)!];
  const end = Math.max(1, after);
  return [tail[end - 1]!, tail[end]!];
}

/** Where points lie closer, the slope of the last two would hang on a handful of look-alikes. */
function aDecadeBefore(tail: ImpostorTail): TailPoint {
  const last = tail.at(-1)!;
  return tail.findLast(({ fmr }) => fmr >= last.fmr * 9.9) ?? tail[0]!;
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
