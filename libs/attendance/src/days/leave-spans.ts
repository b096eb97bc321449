import type { PlannedShift, Span } from '../shifts/planned-shift.js';
import { Zone } from '../time/zone.js';
import type { DayPlan, Leave } from './day-plan.js';
import { wholeDue } from './due.js';

/**
 * What leave takes of a shift, as spans within it. The halves of a day are halves of its time: leave in the morning of
 * 09:00 to 18:00 ends at 13:30. Where a day has several shifts they are halves of what these owe together: the morning
 * of 08:00 to 12:00 and 16:00 to 20:00 is the first of the two.
 *
 * @param plan of the shift's day
 * @param leaves those of the day, or some of them
 */
export function leaveSpans(
  plan: Pick<DayPlan, 'leaves' | 'shifts' | 'date' | 'timeZone'>,
  shift: PlannedShift,
  leaves: readonly Leave[] = plan.leaves,
): Span[] {
  const { from, to } = shift.span;
  const middle = middleOf(shift, plan.shifts);
  const zone = Zone.of(plan.timeZone);
  const spans = leaves.map((leave): Span => {
    if (leave.kind === 'full') return { from, to };
    if (leave.kind === 'morning') return { from, to: middle };
    if (leave.kind === 'afternoon') return { from: middle, to };
    const at = (minutes: number) => zone.instantAt(plan.date, minutes);
    return { from: Math.max(from, at(leave.span.start)), to: Math.min(to, at(leave.span.end)) };
  });
  return merged(spans.filter((span) => span.to > span.from));
}

/** Where in a shift the first half of its day ends: at its start where that half is over before, or at its end. */
function middleOf(shift: PlannedShift, shifts: readonly PlannedShift[]): number {
  const place = Math.max(0, shifts.indexOf(shift));
  const owed = shifts.map(wholeDue);
  const own = owed[place] ?? 0;
  const before = sumOf(owed.slice(0, place));
  const share = own > 0 ? (sumOf(owed) / 2 - before) / own : 0.5;
  const { from, to } = shift.span;
  return from + Math.floor(((to - from) * Math.min(1, Math.max(0, share))) / 60_000) * 60_000;
}

const sumOf = (minutes: readonly number[]) => minutes.reduce((sum, each) => sum + each, 0);

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && span.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else result.push(span);
  }
  return result;
}
