/** A point of a recogniser's impostor tail, as `OperatingPoint.impostorTail` of the packs has it. */
export interface TailPoint {
  /** One-to-one false match rate of single comparisons, 0 to 1. */
  readonly fmr: number;
  /** Least cosine that no larger share of the impostors reaches. */
  readonly threshold: number;
}

export interface TailReading {
  readonly threshold: number;
  /** True where the rate lies beyond the tail's ends, so that nobody measured it. */
  readonly extrapolated: boolean;
}

/** Rates to look at: two a decade. */
const RATES = [1e-1, 3e-2, 1e-2, 3e-3, 1e-3, 3e-4, 1e-4, 3e-5, 1e-5, 3e-6, 1e-6, 3e-7];
/** With ten comparisons beyond a threshold, the true rate lies between half and twice the counted one (95 %). */
const LEAST_EXCEEDANCES = 10;
/** Puts a threshold above the best score that must be refused, and those equal to it. */
const JUST_ABOVE = 1e-9;

/**
 * Points of the tail of ascending impostor scores, FMR falling from 0.1, as deep as ten scores lie beyond.
 *
 * @throws RangeError where there are not even two such points
 */
export function measuredTail(ascending: Float64Array): TailPoint[] {
  const points = RATES.map((fmr) => ({ fmr, allowed: Math.floor(fmr * ascending.length + 1e-9) }))
    .filter(({ allowed }) => allowed >= LEAST_EXCEEDANCES)
    .map(({ fmr, allowed }) => ({
      fmr,
      threshold: ascending[ascending.length - 1 - allowed]! + JUST_ABOVE,
    }));
  if (points.length >= 2) return points;
  throw new RangeError(
    `${ascending.length} comparisons of different people are too few for a tail: give pictures of more people.`,
  );
}

/** One-to-one FMR with which a search of `comparisons` templates returns a stranger with probability `fpir`. */
export const fmrForSearch = (fpir: number, comparisons: number): number =>
  -Math.expm1(Math.log1p(-fpir) / comparisons);

/**
 * Threshold for an FMR: linear in its logarithm between the points, and beyond the last on the line through it and the
 * point about a decade before. That is a guess: decision 8 has how far off it was where somebody could count.
 */
export function thresholdAt(tail: readonly TailPoint[], fmr: number): TailReading {
  const first = tail[0]!;
  const last = tail.at(-1)!;
  const within = tail.findIndex((point) => point.fmr <= fmr);
  const extrapolated = fmr > first.fmr || fmr < last.fmr;
  if (within === -1) return { threshold: onLine(aDecadeBefore(tail, last), last, fmr), extrapolated };
  const i = Math.max(1, within);
  return { threshold: onLine(tail[i - 1]!, tail[i]!, fmr), extrapolated };
}

/** The slope of the last points alone would hang on a handful of look-alikes. */
function aDecadeBefore(tail: readonly TailPoint[], last: TailPoint): TailPoint {
  return [...tail].reverse().find(({ fmr }) => fmr >= last.fmr * 9.9) ?? tail[0]!;
}

function onLine(from: TailPoint, to: TailPoint, fmr: number): number {
  const share = Math.log(fmr / from.fmr) / Math.log(to.fmr / from.fmr);
  // No cosine exceeds 1: where the line does, nobody can be told from a stranger.
  return Math.min(1, from.threshold + share * (to.threshold - from.threshold));
}
