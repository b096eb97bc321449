import { fmrFor, thresholdFor, type ImpostorTail, type TailPoint } from '@rollcall/gallery';

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
    }))
    // Of equal scores the rarest rate says most.
    .filter(({ threshold }, i, all) => all[i + 1]?.threshold !== threshold);
  if (points.length >= 2) return points;
  throw new RangeError(
    `${ascending.length} comparisons of different people are too few for a tail: give pictures of more people.`,
  );
}

/** `thresholdFor`, and whether somebody measured it. */
export function readThreshold(tail: ImpostorTail, fpir: number, comparisons: number): TailReading {
  const fmr = fmrFor(fpir, comparisons);
  const extrapolated = fmr > tail[0]!.fmr || fmr < tail.at(-1)!.fmr;
  return { threshold: thresholdFor(tail, fpir, comparisons), extrapolated };
}
