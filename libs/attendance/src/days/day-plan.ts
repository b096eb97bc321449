import type { PlannedShift } from '../shifts/planned-shift.js';
import type { ClockSpan, OvertimeRule } from '../shifts/shift.js';
import type { LocalDate } from '../time/local-date.js';

/** Approved leave on a day: all of it, the first or second half of what its shifts owe, or between two times. */
export type Leave =
  | { readonly kind: 'full' }
  | { readonly kind: 'morning' }
  | { readonly kind: 'afternoon' }
  | { readonly kind: 'hours'; readonly span: ClockSpan };

/** An approved correction: when somebody came and left, whatever the kiosks saw. Instants; null leaves as it is. */
export interface Correction {
  readonly in: number | null;
  readonly out: number | null;
}

/** What somebody was meant to do on a day. */
export interface DayPlan {
  readonly date: LocalDate;
  /** IANA name of the zone of the person's site on that day. */
  readonly timeZone: string;
  /** In order of their start; none on a day off. */
  readonly shifts: readonly PlannedShift[];
  /** Whether the person has shifts at all: without any, nobody knows what a day off is. */
  readonly rostered: boolean;
  readonly holiday: string | null;
  readonly leaves: readonly Leave[];
  /** In the order in which they were approved: what one leaves open the others may say. */
  readonly corrections: readonly Correction[];
  /** How many minutes of overtime somebody approved: 0 where nobody did, Infinity where all of the day. */
  readonly overtimeApprovedMinutes: number;
  /** What holds for work on a day without a shift: the rule of the shifts that the person has on other days. */
  readonly overtimeOnDayOff: OvertimeRule | null;
}
