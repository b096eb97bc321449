import type { ShiftAssignment, ShiftAssignmentCreate } from '@rollcall/contracts';
import { addDays, datesBetween, weekdayOf } from '../../ui/calendar.js';
import type { DateRange } from '../../ui/calendar.js';

/** Runs of days without a gap. */
export function runsOf(dates: readonly string[]): DateRange[] {
  const runs: DateRange[] = [];
  for (const date of [...dates].sort()) {
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) === date) last.to = date;
    else runs.push({ from: date, to: date });
  }
  return runs;
}

export interface MadeWay {
  remove: string[];
  create: ShiftAssignmentCreate[];
}

/**
 * What has to go so that a new assignment to the same person is the one that counts in a run of days: of several the
 * one that began last counts, and those that began on one day stand beside each other. What began within the run goes,
 * and begins again after it where it lasts longer.
 */
export function makeWay(own: readonly ShiftAssignment[], run: DateRange): MadeWay {
  const within = own.filter(({ from }) => from >= run.from && from <= run.to);
  return {
    remove: within.map(({ id }) => id),
    create: within
      .filter(({ to }) => to === null || to > run.to)
      .map((each) => after(each, addDays(run.to, 1))),
  };
}

function after(
  { personId, shiftId, to, weekdays, ...rest }: ShiftAssignment,
  from: string,
): ShiftAssignmentCreate {
  const rotation = rest.rotation && {
    ...rest.rotation,
    shiftIds: turned(rest.rotation.shiftIds, turnsBetween(rest.rotation.unit, rest.from, from)),
  };
  return { ...(personId && { personId }), shiftId, from, to, weekdays, rotation };
}

/** Weeks begin on Monday. */
function turnsBetween(unit: 'day' | 'week', from: string, to: string): number {
  const days = datesBetween(from, to).length - 1;
  return unit === 'day' ? days : Math.floor((days + weekdayOf(from) - 1) / 7);
}

const turned = <T>(list: readonly T[], by: number): T[] =>
  list.map((_, i) => list[(i + by) % list.length] as T);
