import { fmrFor, fpirFrom, thresholdFor, type ImpostorTail } from './impostor-tail.js';
import { isAbove, LEAST_PEOPLE } from './own-rate.js';

/** So many scores at or above a threshold say how rare they are, to about a third. */
const ENOUGH_TO_SEE = 10;
/** So many place a whole curve, to about a fifth of a rate: 0.01 to 0.02 of cosine. */
const ENOUGH_TO_PLACE = 20;

/** What is known, and what is asked. */
export interface ThresholdQuestion {
  /** The share of strangers' searches that may end in a match, between 0 and 1. */
  readonly fpir: number;
  /** Comparisons that a search will amount to, `effectiveComparisons`. */
  readonly comparisons: number;
  /** The recogniser's measured tail. */
  readonly tail: ImpostorTail;
  /** Scores of the own gallery: for each probe the best cosine with anybody else. */
  readonly own?: {
    readonly impostors: readonly number[];
    /** Different people whom these probes show: several photos of one are no several people. */
    readonly people: number;
    /** How many comparisons each of these probes' searches amounted to. */
    readonly comparisons: number;
  };
}

/** A threshold and where it comes from. */
export interface SuggestedThreshold {
  readonly threshold: number;
  /**
   * `own`: the own gallery has seen enough strangers this alike. `blend`: the own scores place the curve, the
   * recogniser's tail continues it to the asked rate. `tail`: the recogniser's tail alone.
   */
  readonly basis: 'own' | 'blend' | 'tail';
  /** How much more alike the own gallery's strangers are than those of the tail; a cosine, 0 where the own say nothing. */
  readonly shift: number;
}

/**
 * The threshold for an asked FPIR. Where the own gallery is too small to have seen it, the threshold is the tail's, moved
 * by as much as own scores and tail differ at the rarest rate that the own scores resolve; but never one at which the own
 * people are taken for one another more often than asked, beyond chance. Fewer than `LEAST_PEOPLE` people say nothing.
 *
 * @throws {RangeError} when the tail is none, or a rate or count is out of range
 */
export function suggestThreshold({ fpir, comparisons, tail, own }: ThresholdQuestion): SuggestedThreshold {
  const byTail = thresholdFor(tail, fpir, comparisons);
  if (!own || Math.min(own.people, own.impostors.length) < LEAST_PEOPLE)
    return { threshold: byTail, basis: 'tail', shift: 0 };
  const scores = Float64Array.from(own.impostors).sort().reverse();
  // The same FMR, seen in searches of the size that the own scores come from.
  const seen = fpirFrom(fmrFor(fpir, comparisons), own.comparisons);
  const reaching = Math.floor(seen * scores.length + 1e-9);
  const resolved = Math.min(Math.max(reaching, ENOUGH_TO_PLACE), scores.length - 1);
  const shift =
    thresholdOver(scores, resolved) - thresholdFor(tail, resolved / scores.length, own.comparisons);
  if (reaching >= ENOUGH_TO_SEE)
    return { threshold: thresholdOver(scores, Math.min(reaching, scores.length)), basis: 'own', shift };
  const bearable = thresholdOver(scores, mostByChance(scores.length, own.people, seen));
  return { threshold: Math.min(1, Math.max(byTail + shift, bearable)), basis: 'blend', shift };
}

/** So many of the probes may be taken for somebody before it is more than chance does at the asked share. */
function mostByChance(probes: number, people: number, asked: number): number {
  let [most, above] = [0, probes + 1];
  while (above - most > 1) {
    const middle = (most + above) >> 1;
    if (isAbove({ rate: middle / probes, people }, asked)) above = middle;
    else most = middle;
  }
  return most;
}

/** A threshold that at most `reaching` of the descending scores reach: halfway between two of them. */
function thresholdOver(scores: Float64Array, reaching: number): number {
  const out = scores[reaching];
  if (out === undefined) return -1;
  let last = reaching - 1;
  while (last >= 0 && scores[last] === out) last--;
  return last < 0 ? Math.min(1, out + 1e-3) : (out + scores[last]!) / 2;
}
