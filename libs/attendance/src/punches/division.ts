import { byCapture, type Punch } from './punch.js';
import { sift } from './sift.js';
import { disputedBetween, type Territory } from './territory.js';

/** The territory of each punch; null where it is outside every shift. */
export type Owners = Map<Punch, Territory | null>;

/**
 * Punches between two shifts that both reach for them, as far as no kiosk for one way has settled whose they are, and how
 * many of these come before the border.
 */
interface Gap {
  readonly border: number;
  readonly punches: readonly Punch[];
  readonly usual: number;
  /** Cuts that put no punch of one shift behind one of the other. */
  readonly cuts: readonly number[];
}

/** How a day may be divided: where each gap is cut, how many shifts are left with an odd punch, how far from usual. */
interface Division {
  readonly cuts: readonly number[];
  readonly odd: number;
  readonly distance: number;
}

/**
 * Divides what lies between the shifts of one day so that each shift has as many INs as OUTs, as far as there is such
 * a way; of several the one nearest to the borders that hold anyway, and those where there is none.
 *
 * @param territories of one day, in order
 * @param owners whose each punch is by the borders; changed
 * @param corrected whether a correction says what a shift lacks: whatever its punches are, they do
 */
export function divideEvenly(
  territories: readonly Territory[],
  owners: Owners,
  corrected: (territory: Territory) => boolean,
): void {
  const gaps = territories.slice(1).map((later, i) => gapBetween(territories[i]!, later, owners));
  if (gaps.every(({ cuts }) => cuts.length < 2)) return;
  const disputed = new Set(gaps.flatMap(({ punches }) => punches));
  const isOdd = (place: number, from: number, to: number): number => {
    const territory = territories[place]!;
    if (corrected(territory)) return 0;
    const sure = [...owners].flatMap(([punch, owner]) =>
      owner === territory && !disputed.has(punch) ? punch : [],
    );
    const before = gaps[place - 1]?.punches.slice(from) ?? [];
    const after = gaps[place]?.punches.slice(0, to) ?? [];
    const { rules } = territory.shift;
    const own = [...before, ...sure, ...after].sort(byCapture);
    return sift(own, rules, rules.directions === 'alternating').filter(({ ignored }) => !ignored).length % 2;
  };
  for (const [i, cut] of best(gaps, isOdd).cuts.entries())
    for (const [place, punch] of gaps[i]!.punches.entries())
      owners.set(punch, territories[place < cut ? i : i + 1]!);
}

function gapBetween(earlier: Territory, later: Territory, owners: Owners): Gap {
  const { from, to } = disputedBetween(earlier, later);
  const within = [...owners.keys()].filter(({ at }) => at >= from && at < to);
  const settled = within.filter(
    ({ at, direction }) => direction !== null && at >= later.insFrom && at < earlier.outsUntil,
  );
  const punches = within.filter((punch) => !settled.includes(punch));
  const border = earlier.to;
  const usual = punches.filter((punch) => owners.get(punch) === earlier).length;
  const lastOut = settled.findLast(({ direction }) => direction === 'out')?.at ?? -Infinity;
  const firstIn = settled.find(({ direction }) => direction === 'in')?.at ?? Infinity;
  const mayCut = (before: Punch | undefined, after: Punch | undefined) =>
    (after?.at ?? Infinity) >= lastOut &&
    (before?.at ?? 0) <= firstIn &&
    before?.direction !== 'in' &&
    after?.direction !== 'out';
  const cuts = Array.from({ length: punches.length + 1 }, (_, cut) => cut).filter(
    (cut) => cut === usual || mayCut(punches[cut - 1], punches[cut]),
  );
  return { border, punches, usual, cuts };
}

/** @param isOdd whether the shift at a place is left with an odd punch where the gaps beside it are cut like this */
function best(gaps: readonly Gap[], isOdd: (place: number, from: number, to: number) => number): Division {
  let divisions: readonly Division[] = [{ cuts: [], odd: 0, distance: 0 }];
  for (const [place, gap] of gaps.entries())
    divisions = gap.cuts.map((cut) =>
      least(
        divisions.map(({ cuts, odd, distance }) => ({
          cuts: [...cuts, cut],
          odd: odd + isOdd(place, cuts.at(-1) ?? 0, cut),
          distance: distance + distanceOf(gap, cut),
        })),
      ),
    );
  return least(
    divisions.map((each) => ({ ...each, odd: each.odd + isOdd(gaps.length, each.cuts.at(-1)!, 0) })),
  );
}

const least = (divisions: readonly Division[]): Division =>
  divisions.reduce((a, b) => (b.odd < a.odd || (b.odd === a.odd && b.distance < a.distance) ? b : a));

/** How far the nearest punch that changes its shift is from the border; a millisecond at least. */
function distanceOf({ border, punches, usual }: Gap, cut: number): number {
  if (cut === usual) return 0;
  return 1 + (cut < usual ? border - punches[cut]!.at : punches[cut - 1]!.at - border);
}
