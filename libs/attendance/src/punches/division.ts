import type { LocalDate } from '../time/local-date.js';
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

/** Another way than the borders say to divide what lies between shifts. */
interface Proposal {
  readonly distance: number;
  readonly apply: () => void;
}

/** Whether a correction says what a shift lacks: whatever its punches are, they do. */
type IsCorrected = (territory: Territory) => boolean;

/** Shifts of two dates that are further apart than this have nothing to do with each other (4 hours). */
const NEIGHBOUR_MS = 4 * 3_600_000;

/**
 * Divides what lies between shifts so that each has as many INs as OUTs, as far as there is such a way; of several the
 * one nearest to the borders that hold anyway, and those where there is none. First the shifts of each day among
 * themselves, then the last of a day and the first of the next where they are near each other.
 *
 * @param territories in order
 * @param owners whose each punch is by the borders; changed
 */
export function divideEvenly(
  territories: readonly Territory[],
  owners: Owners,
  isCorrected: IsCorrected,
): void {
  const propose = (among: readonly Territory[]) => proposalFor(among, owners, isCorrected);
  for (const ofDay of splitDays(territories)) propose(ofDay)?.apply();
  const between = territories
    .slice(1)
    .map((later, i) => (areNeighbours(territories[i]!, later) ? propose([territories[i]!, later]) : null));
  // Of two for one shift the nearer: never one after the other, so that what a punch changes ends beside it.
  const isNearest = (each: Proposal, i: number) =>
    each.distance < (between[i - 1]?.distance ?? Infinity) &&
    each.distance <= (between[i + 1]?.distance ?? Infinity);
  for (const each of between.filter((proposal, i) => proposal && isNearest(proposal, i))) each!.apply();
}

/** The shifts of each day that has several. */
function splitDays(territories: readonly Territory[]): readonly (readonly Territory[])[] {
  const byDate = new Map<LocalDate, Territory[]>();
  for (const each of territories) byDate.set(each.shift.date, [...(byDate.get(each.shift.date) ?? []), each]);
  return [...byDate.values()].filter(({ length }) => length > 1);
}

const areNeighbours = ({ shift: earlier }: Territory, { shift: later }: Territory) =>
  earlier.date !== later.date && later.span.from - earlier.span.to <= NEIGHBOUR_MS;

/** @returns null where the borders hold */
function proposalFor(
  territories: readonly Territory[],
  owners: Owners,
  isCorrected: IsCorrected,
): Proposal | null {
  const gaps = territories.slice(1).map((later, i) => gapBetween(territories[i]!, later, owners));
  if (gaps.every(({ cuts }) => cuts.length < 2)) return null;
  const disputed = new Set(gaps.flatMap(({ punches }) => punches));
  const isOdd = (place: number, from: number, to: number): number => {
    const territory = territories[place]!;
    if (isCorrected(territory)) return 0;
    const sure = [...owners].flatMap(([punch, owner]) =>
      owner === territory && !disputed.has(punch) ? punch : [],
    );
    const before = gaps[place - 1]?.punches.slice(from) ?? [];
    const after = gaps[place]?.punches.slice(0, to) ?? [];
    const { rules } = territory.shift;
    const own = [...before, ...sure, ...after].sort(byCapture);
    return sift(own, rules, rules.directions === 'alternating').filter(({ ignored }) => !ignored).length % 2;
  };
  const { cuts, distance } = best(gaps, isOdd);
  if (distance === 0) return null;
  const apply = () => {
    for (const [i, cut] of cuts.entries())
      for (const [place, punch] of gaps[i]!.punches.entries())
        owners.set(punch, territories[place < cut ? i : i + 1]!);
  };
  return { distance, apply };
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
