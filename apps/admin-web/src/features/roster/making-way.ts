import type { ShiftAssignment } from '@rollcall/contracts';
import { addDays } from '../../ui/calendar.js';
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
  /** Assignments that have no day left. */
  remove: string[];
  /** What has to be assigned, one by one. */
  runs: DateRange[];
}

/**
 * How a run of days is assigned to a person who has assignments of their own. The one that began last counts, and of
 * those that began together the one that ends first: what goes on beyond the run stays as it is, and the run is cut
 * where such a one begins, so that its rest begins as late. What lies within the run is replaced.
 */
export function makeWay(own: readonly ShiftAssignment[], run: DateRange): MadeWay {
  const begun = own.filter(({ from }) => from >= run.from && from <= run.to);
  const within = begun.filter(({ to }) => to !== null && to <= run.to);
  const goingOn = begun.filter((each) => !within.includes(each)).map(({ from }) => from);
  const starts = [...new Set([run.from, ...goingOn])].sort();
  return {
    remove: within.map(({ id }) => id),
    runs: starts.map((from, i) => ({
      from,
      to: i + 1 < starts.length ? addDays(starts[i + 1]!, -1) : run.to,
    })),
  };
}
