import { overlap, wholeMinutes, type PlannedShift, type Span } from '../shifts/planned-shift.js';
import type { BreakRule } from '../shifts/shift.js';

/** Presence less breaks, in whole minutes. */
export interface NetWork {
  readonly workedMinutes: number;
  readonly breakMinutes: number;
}

/**
 * What of a presence is work. Pauses that were punched are breaks; the rule of the shift adds what it demands beyond
 * them.
 *
 * @param presence spans in order, as far as they count
 * @param pauses the spans between an OUT and the IN after it, less leave
 */
export function lessBreaks(presence: readonly Span[], pauses: readonly Span[], shift: PlannedShift): NetWork {
  const present = wholeMinutes(lengthOf(presence));
  const punched = wholeMinutes(lengthOf(pauses));
  const { breaks } = shift.rules;
  if (breaks.kind === 'punched') return { workedMinutes: present, breakMinutes: punched };
  if (breaks.kind === 'fixed') {
    const within = wholeMinutes(shift.breaks.reduce((sum, each) => sum + overlap(presence, each), 0));
    return { workedMinutes: present - within, breakMinutes: punched + within };
  }
  const further = furtherBreak(breaks, present, punched);
  return { workedMinutes: present - further, breakMinutes: punched + further };
}

/** Minutes of break in the time of a shift that has to be worked. */
export function plannedBreak(asked: readonly Span[], shift: PlannedShift): number {
  const { breaks } = shift.rules;
  if (breaks.kind === 'punched') return Math.min(breaks.minutes, wholeMinutes(lengthOf(asked)));
  if (breaks.kind === 'fixed')
    return wholeMinutes(shift.breaks.reduce((sum, each) => sum + overlap(asked, each), 0));
  return furtherBreak(breaks, wholeMinutes(lengthOf(asked)), 0);
}

/** What the highest step demands beyond what was punched, but never more than what lies beyond that step. */
function furtherBreak(breaks: BreakRule & { kind: 'deducted' }, present: number, punched: number): number {
  const owed = breaks.steps.map(({ afterMinutes, minutes }) =>
    Math.max(0, Math.min(minutes - punched, present - afterMinutes)),
  );
  return Math.max(0, ...owed);
}

const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, { from, to }) => sum + to - from, 0);
/** The pauses between spans of presence. */
export const pausesOf = (presence: readonly Span[]): Span[] =>
  presence.slice(1).map(({ from }, i) => ({ from: presence[i]!.to, to: from }));
