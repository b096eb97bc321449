import type { LocalDate } from '../time/local-date.js';
import type { Zone } from '../time/zone.js';
import type { ClockSpan, ShiftRules } from './shift.js';

/** Instants in milliseconds since the epoch; `to` is not part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A shift on a day, as instants: 22:00 to 06:00 is seven, eight or nine hours long, as the clocks have it. */
export interface PlannedShift {
  readonly shiftId: string;
  /** The day on which it begins; all of it belongs to that day. */
  readonly date: LocalDate;
  readonly rules: ShiftRules;
  readonly span: Span;
  /** When one has to be there: the core of a flexible shift, else the whole. */
  readonly core: Span;
  /** Breaks at fixed times. */
  readonly breaks: readonly Span[];
}

/** Puts a shift on a day of a zone's calendar. */
export function planShift(shiftId: string, rules: ShiftRules, date: LocalDate, zone: Zone): PlannedShift {
  const at = ({ start, end }: ClockSpan): Span => ({
    from: zone.instantAt(date, start),
    to: zone.instantAt(date, end),
  });
  const span = at(rules.hours);
  return {
    shiftId,
    date,
    rules,
    span,
    core: rules.kind === 'flexible' && rules.core ? at(rules.core) : span,
    breaks: rules.breaks.kind === 'fixed' ? rules.breaks.windows.map(at) : [],
  };
}

/** Minutes from one instant to another, seconds dropped: nobody is late by seconds. */
export const wholeMinutes = (milliseconds: number): number => Math.floor(milliseconds / 60_000);

/** Milliseconds that spans have in common with a span. */
export function overlap(spans: readonly Span[], { from, to }: Span): number {
  return spans.reduce((sum, each) => sum + Math.max(0, Math.min(each.to, to) - Math.max(each.from, from)), 0);
}

/** What remains of a span when others are taken out of it; the others neither overlap nor are out of order. */
export function without(span: Span, taken: readonly Span[]): Span[] {
  const remains: Span[] = [];
  let from = span.from;
  for (const each of taken) {
    const to = Math.min(each.from, span.to);
    if (to > from) remains.push({ from, to });
    from = Math.max(from, each.to);
  }
  if (from < span.to) remains.push({ from, to: span.to });
  return remains;
}
