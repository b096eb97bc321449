/** Fewer people than these say nothing about strangers: one pair of look-alikes among them would be 5 % and more. */
export const LEAST_PEOPLE = 40;
/** How sure a bound is: one time in twenty chance alone goes beyond it. */
const BY_CHANCE = 0.05;
const HALVINGS = 40;

/** How many of the own gallery's probes would have been taken for somebody. */
export interface OwnCount {
  /** Share of the probes whose best cosine with anybody else reaches the threshold, 0 to 1. */
  readonly rate: number;
  /** Different people whom the probes show. */
  readonly people: number;
}

/**
 * The bounds between which the true share of strangers lies, each by itself with 95 % (Clopper and Pearson, 1934), from 0
 * to 1. Counted are pairs of people, not people: whoever resembles somebody is resembled by that one, so that two of
 * the people are one event; and several photos of a person are no several people. Where only a sample was asked this
 * is cautious, since the other half of a pair is seldom in it.
 *
 * @throws {RangeError} when the rate does not lie between 0 and 1, or there are fewer than two people
 */
export function ownBounds({ rate, people }: OwnCount): { readonly low: number; readonly high: number } {
  const { alike, pairs } = pairsOf({ rate, people });
  return {
    low: alike === 0 ? 0 : where((share) => atLeast(alike, pairs, share) > BY_CHANCE),
    high: alike === pairs ? 1 : where((share) => 1 - atLeast(alike + 1, pairs, share) < BY_CHANCE),
  };
}

/**
 * Whether the own gallery lets more strangers in than asked, beyond what chance does.
 *
 * @param asked share of strangers that may pass, 0 to 1
 * @throws {RangeError} as `ownBounds`
 */
export function isAbove(own: OwnCount, asked: number): boolean {
  const { alike, pairs } = pairsOf(own);
  return alike > 0 && atLeast(alike, pairs, asked) <= BY_CHANCE;
}

function pairsOf({ rate, people }: OwnCount): { alike: number; pairs: number } {
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`A rate lies between 0 and 1, ${rate} does not.`);
  if (!(people >= 2)) throw new RangeError(`A pair needs two people, ${people} make none.`);
  const pairs = Math.floor(people / 2);
  return { pairs, alike: Math.min(pairs, Math.round((rate * people) / 2)) };
}

/** Probability that at least `count` of `trials` come true, each with the given share. */
function atLeast(count: number, trials: number, share: number): number {
  if (share >= 1) return 1;
  let term = (1 - share) ** trials;
  let fewer = 0;
  for (let i = 0; i < count; i++) {
    fewer += term;
    term *= ((trials - i) / (i + 1)) * (share / (1 - share));
  }
  return Math.max(0, 1 - fewer);
}

/** The share at which what rises with it comes true. */
function where(isReached: (share: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (isReached(middle)) high = middle;
    else low = middle;
  }
  return high;
}
