import type { ShiftRules } from '../shifts/shift.js';
import type { DayPlan } from './day-plan.js';
import type { DayStatus, Workday } from './workday.js';

/** What decides what a day was, besides its plan. */
export type Measured = Pick<Workday, 'workedMinutes' | 'lateMinutes' | 'leaveMinutes' | 'dueMinutes'> & {
  /** Whether anybody saw the person. */
  readonly seen: boolean;
  /** Whether every IN has its OUT: else nobody knows how much was worked. */
  readonly complete: boolean;
  /** Whether the day is over and every kiosk has delivered what it saw. */
  readonly settled: boolean;
};

/**
 * What a day was. A holiday and a whole day of leave stay what they are though somebody worked. Too little work makes
 * half a day or an absence only where all of it is known.
 *
 * @param rules of the day's first shift; null on a day off
 */
export function statusOf(plan: DayPlan, rules: ShiftRules | null, day: Measured): DayStatus {
  if (plan.holiday !== null) return 'holiday';
  if (rules && day.dueMinutes === 0 && plan.leaves.length > 0) return 'leave';
  if (plan.leaves.some(({ kind }) => kind === 'full')) return 'leave';
  if (!day.seen) return rules ? (day.settled ? 'absent' : 'pending') : 'rest';
  if (rules && day.complete) {
    const credited = day.workedMinutes + day.leaveMinutes;
    if (credited < rules.absentMinutes) return 'absent';
    if (credited < rules.halfDayMinutes) return 'half-day';
  }
  return day.lateMinutes > 0 ? 'late' : 'present';
}
