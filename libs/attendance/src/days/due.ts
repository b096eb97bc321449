import { overlap, wholeMinutes, without, type PlannedShift, type Span } from '../shifts/planned-shift.js';
import { plannedBreak } from './breaks.js';

/** Minutes of work that a shift asks for on a day without leave. */
export function wholeDue(shift: PlannedShift): number {
  const said = shift.rules.kind === 'flexible' ? shift.rules.dueMinutes : null;
  return said ?? wholeMinutes(shift.span.to - shift.span.from) - plannedBreak([shift.span], shift);
}

/**
 * Minutes of work that a shift asks for when some of it is leave. Half the shift is half of what is due on a whole day;
 * an hour is an hour, however long one may be there, and takes of a break what it takes of its time.
 *
 * @param leave all of it, as spans within the shift
 * @param halves those that are leave of the whole day or of a half
 */
export function dueMinutes(shift: PlannedShift, leave: readonly Span[], halves: readonly Span[]): number {
  const { from, to } = shift.span;
  const whole = wholeMinutes(to - from);
  const taken = wholeMinutes(overlap(leave, shift.span));
  const said = shift.rules.kind === 'flexible' ? shift.rules.dueMinutes : null;
  if (said === null && halves.length === 0)
    return whole - taken - plannedBreak(without(shift.span, leave), shift);
  const share = wholeMinutes(overlap(halves, shift.span));
  return Math.max(0, Math.round(wholeDue(shift) * (1 - share / whole)) - (taken - share));
}
