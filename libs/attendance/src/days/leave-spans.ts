import type { PlannedShift, Span } from '../shifts/planned-shift.js';
import type { LocalDate } from '../time/local-date.js';
import type { Zone } from '../time/zone.js';
import type { Leave } from './day-plan.js';

/**
 * What leave takes of a shift, as spans within it. The halves of a shift are halves of its time: leave in the morning
 * of 09:00 to 18:00 ends at 13:30.
 */
export function leaveSpans(
  leaves: readonly Leave[],
  shift: PlannedShift,
  date: LocalDate,
  zone: Zone,
): Span[] {
  const { from, to } = shift.span;
  const middle = from + Math.floor((to - from) / 120_000) * 60_000;
  const spans = leaves.map((leave): Span => {
    if (leave.kind === 'full') return { from, to };
    if (leave.kind === 'morning') return { from, to: middle };
    if (leave.kind === 'afternoon') return { from: middle, to };
    const at = (minutes: number) => zone.instantAt(date, minutes);
    return { from: Math.max(from, at(leave.span.start)), to: Math.min(to, at(leave.span.end)) };
  });
  return merged(spans.filter((span) => span.to > span.from));
}

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
