import type { ClockSpan } from '../shifts/shift.js';
import { daysBetween, weekdayOf, type LocalDate } from '../time/local-date.js';

/** Shifts that take turns, each for a day or a week; null is free. */
export interface Rotation {
  readonly unit: 'day' | 'week';
  readonly shiftIds: readonly (string | null)[];
}

/** Which shift somebody, or everybody of a department, works on some weekdays of some time. */
export interface Assignment {
  readonly shiftId: string;
  readonly from: LocalDate;
  /** The last day; null where there is none. */
  readonly to: LocalDate | null;
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[];
  /** Instead of the one shift. */
  readonly rotation: Rotation | null;
}

/** What decides about the shifts of a person; assignments in the order in which they were made. */
export interface Roster {
  readonly own: readonly Assignment[];
  readonly ofDepartment: readonly Assignment[];
  /** The shift of somebody whom nothing is assigned to, Monday to Friday. */
  readonly usual: string | null;
}

/** Monday to Friday, the week of those of whom nobody says another. By ISO 8601, 1 is Monday. */
export const USUAL_WEEK: readonly number[] = [1, 2, 3, 4, 5];

/** Who says what somebody works: their own assignments, those of the department, or the usual shift. */
export type RosterLevel = 'own' | 'department' | 'usual';

/** Who says so, and which shifts; none on a day off. */
export interface Rostered {
  readonly level: RosterLevel;
  readonly shiftIds: readonly string[];
  /** The shifts that they say for any day, this one or another. */
  readonly allShiftIds: readonly string[];
}

/** The hours of a shift on the day that is asked about; null where it has none yet. */
export type HoursOf = (shiftId: string) => ClockSpan | null;

/**
 * The shifts of a day, in no particular order; none on a day off; null where nothing is said about the person at all.
 *
 * What is assigned to the person counts before what is assigned to the department, and that before the usual shift: as
 * long as one of them is valid, those behind it say nothing, not even about other weekdays. Of several for one weekday
 * the one that began last counts, and of those that began on the same day the one that ends first: it is the exception
 * to what goes on. Those that begin and end together stand beside each other (a split shift), as far as one can work
 * them all: nobody works a shift twice, nor two at once.
 */
export function rosteredOn(
  date: LocalDate,
  { own, ofDepartment, usual }: Roster,
  hoursOf: HoursOf,
): Rostered | null {
  for (const [level, assignments] of [
    ['own', own],
    ['department', ofDepartment],
  ] as const) {
    const valid = assignments.filter(({ from, to }) => from <= date && (to === null || date <= to));
    if (valid.length === 0) continue;
    const today = valid.filter(({ weekdays }) => weekdays.includes(weekdayOf(date)));
    const shiftIds = closest(today)
      .map((each) => inTurn(each, date))
      .filter((shiftId) => shiftId !== null);
    const allShiftIds = valid.flatMap(({ shiftId, rotation }) =>
      (rotation?.shiftIds ?? [shiftId]).filter((each) => each !== null),
    );
    return { level, shiftIds: workable(shiftIds, hoursOf), allShiftIds };
  }
  if (usual === null) return null;
  return {
    level: 'usual',
    shiftIds: USUAL_WEEK.includes(weekdayOf(date)) ? [usual] : [],
    allShiftIds: [usual],
  };
}

/** Those that began last, and of these those that end first. */
function closest(assignments: readonly Assignment[]): Assignment[] {
  const latest = assignments.reduce((last, { from }) => (from > last ? from : last), '');
  const began = assignments.filter(({ from }) => from === latest);
  const soonest = began.reduce<LocalDate | null>(
    (first, { to }) => (to !== null && (first === null || to < first) ? to : first),
    null,
  );
  return began.filter(({ to }) => to === soonest);
}

/** Each shift once; of those whose hours overlap the one that was assigned last. */
function workable(shiftIds: readonly string[], hoursOf: HoursOf): string[] {
  const kept: { shiftId: string; hours: ClockSpan | null }[] = [];
  for (const shiftId of [...shiftIds].reverse()) {
    const hours = hoursOf(shiftId);
    if (kept.every((other) => other.shiftId !== shiftId && !overlapping(other.hours, hours)))
      kept.unshift({ shiftId, hours });
  }
  return kept.map(({ shiftId }) => shiftId);
}

const overlapping = (a: ClockSpan | null, b: ClockSpan | null): boolean =>
  a !== null && b !== null && a.start < b.end && b.start < a.end;

/** Whose turn it is. Weeks begin on Monday; the first one is that of `from`. */
function inTurn({ shiftId, from, rotation }: Assignment, date: LocalDate): string | null {
  if (!rotation) return shiftId;
  const days = daysBetween(from, date);
  const turns = rotation.unit === 'day' ? days : Math.floor((days + weekdayOf(from) - 1) / 7);
  return rotation.shiftIds[turns % rotation.shiftIds.length] ?? null;
}
