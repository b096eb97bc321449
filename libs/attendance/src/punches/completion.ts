import type { Correction } from '../days/day-plan.js';
import { MAX_PRESENCE_MINUTES } from './presence.js';
import type { Punch } from './punch.js';
import { sift } from './sift.js';
import { endOfDay, type Territory } from './territory.js';

/** A shift beside a stretch of punches that no shift claims. */
export interface Side {
  readonly territory: Territory;
  /** What it claims by itself, in the order of capture. */
  readonly punches: readonly Punch[];
  readonly correction: Correction | null;
}

/** The shifts before and after an instant outside of every shift. */
export interface Beside {
  readonly before: Side | null;
  readonly after: Side | null;
}

/** A stretch of punches that no shift claims, without those that complete the shifts beside it. */
export interface Completed {
  readonly out: readonly Punch[];
  readonly in: readonly Punch[];
  readonly rest: readonly Punch[];
}

const REACH_MS = MAX_PRESENCE_MINUTES * 60_000;
/** Whoever punches again so soon repeats the punch before. */
const REPEAT_MS = 60_000;

/**
 * The first punch of a stretch is the OUT of the shift before where that one stands open, the last is the IN of the
 * shift after where that one lacks it: both within sixteen hours, and not where the kiosk says the contrary. A punch
 * alone that could be either goes to the shift whose hours are nearer.
 *
 * @param stretch in the order of capture, none of a shift between them
 * @param beside which shifts come before and after a punch
 * @param couldBegin whether the punch before a shift may be its IN: then that is what it lacks
 */
export function completing(
  stretch: readonly Punch[],
  beside: (punch: Punch) => Beside,
  couldBegin: (side: Side) => boolean,
): Completed {
  const [first, last] = [firstOf(stretch), lastOf(stretch)];
  const alone = first.length === stretch.length;
  const [begin, end] = [beside(last[0]!), beside(first[0]!)];
  const begins = mayBegin(last[0]!, begin) && !(begin.after?.correction?.in && isNearBefore(last[0]!, begin));
  const ends =
    mayEnd(first[0]!, end) &&
    !(lacksIn(end.before) === 'by-count' && couldBegin(end.before!)) &&
    !(alone && begins && !isNearBefore(first[0]!, end));
  const out = ends ? first : [];
  const into = begins && !(alone && ends) ? last : [];
  return { out, in: into, rest: stretch.slice(out.length, stretch.length - into.length) };
}

/** Whether a punch may be what the shift after it lacks at its beginning, whatever else it may be. */
export function mayBegin(punch: Punch, { after }: Beside): boolean {
  const first = after?.punches[0];
  if (!first || punch.direction === 'out') return false;
  return lacksIn(after) !== null && first.at - punch.at <= REACH_MS;
}

/** The last punches of a stretch that are one: somebody who does not wait for the answer punches again. */
export function lastOf(stretch: readonly Punch[]): readonly Punch[] {
  const begins = stretch.findLastIndex(({ at }, i) => i === 0 || at - stretch[i - 1]!.at >= REPEAT_MS);
  return stretch.slice(begins);
}

function firstOf(stretch: readonly Punch[]): readonly Punch[] {
  const ends = stretch.findIndex(({ at }, i) => i > 0 && at - stretch[i - 1]!.at >= REPEAT_MS);
  return ends < 0 ? stretch : stretch.slice(0, ends);
}

function mayEnd(punch: Punch, beside: Beside): boolean {
  const { before } = beside;
  const counting = countingOf(before);
  const last = counting.at(-1);
  if (!before || last?.direction !== 'in' || punch.direction === 'in') return false;
  if (punch.at - last.punch.at > REACH_MS) return false;
  // A punch late in the shift would be its OUT, and a corrected one has its OUT: less speaks for another.
  const doubtful = (counting.length === 1 && isLate(before, last.punch)) || Boolean(before.correction?.out);
  return !doubtful || isNearBefore(punch, beside);
}

/** Whether a shift begins with an OUT: a kiosk says so, or one too few near the end says so. */
function lacksIn(side: Side | null): 'by-kiosk' | 'by-count' | null {
  const counting = countingOf(side);
  const [first, last] = [counting[0], counting.at(-1)];
  if (!side || !first || !last) return null;
  if (first.direction === 'out') return 'by-kiosk';
  const mayBeOut = first.punch.direction === null || isAlternating(side);
  return mayBeOut && last.direction === 'in' && isLate(side, last.punch) ? 'by-count' : null;
}

const isAlternating = ({ territory }: Side) => territory.shift.rules.directions === 'alternating';
const countingOf = (side: Side | null) =>
  side
    ? sift(side.punches, side.territory.shift.rules, isAlternating(side)).filter(({ ignored }) => !ignored)
    : [];
const isLate = (side: Side, punch: Punch) =>
  (punch.direction === null || isAlternating(side)) && punch.at >= endOfDay(side.territory.shift);

/** Whether a punch is nearer to the end of the shift before than to the start of the one after. */
function isNearBefore({ at }: Punch, { before, after }: Beside): boolean {
  if (!before || !after) return before !== null;
  return at - before.territory.shift.span.to <= after.territory.shift.span.from - at;
}
