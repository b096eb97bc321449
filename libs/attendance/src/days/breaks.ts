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
 */
export function lessBreaks(presence: readonly Span[], shift: PlannedShift): NetWork {
  const present = wholeMinutes(lengthOf(presence));
  const pauses = wholeMinutes(pausesOf(presence));
  const { breaks } = shift.rules;
  if (breaks.kind === 'punched') return { workedMinutes: present, breakMinutes: pauses };
  if (breaks.kind === 'fixed') {
    const within = wholeMinutes(shift.breaks.reduce((sum, each) => sum + overlap(presence, each), 0));
    return { workedMinutes: present - within, breakMinutes: pauses + within };
  }
  const further = furtherBreak(breaks, present, pauses);
  return { workedMinutes: present - further, breakMinutes: pauses + further };
}

/** Minutes of break in the time of a shift that has to be worked. */
export function plannedBreak(asked: readonly Span[], shift: PlannedShift): number {
  const { breaks } = shift.rules;
  if (breaks.kind === 'punched') return 0;
  if (breaks.kind === 'fixed')
    return wholeMinutes(shift.breaks.reduce((sum, each) => sum + overlap(asked, each), 0));
  return furtherBreak(breaks, wholeMinutes(lengthOf(asked)), 0);
}

/** What the highest step demands beyond what was punched, but never more than what lies beyond that step. */
function furtherBreak(breaks: BreakRule & { kind: 'deducted' }, present: number, pauses: number): number {
  const owed = breaks.steps.map(({ afterMinutes, minutes }) =>
    Math.max(0, Math.min(minutes - pauses, present - afterMinutes)),
  );
  return Math.max(0, ...owed);
}

const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, { from, to }) => sum + to - from, 0);
const pausesOf = (presence: readonly Span[]) =>
  presence.slice(1).reduce((sum, { from }, i) => sum + from - presence[i]!.to, 0);
