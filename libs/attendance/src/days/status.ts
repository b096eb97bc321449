import { USUAL_WEEK } from '../roster/assignment.js';
import type { ShiftRules } from '../shifts/shift.js';
import { weekdayOf } from '../time/local-date.js';
import type { DayPlan, Leave } from './day-plan.js';
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
 * What a day was. A holiday and a whole day of leave stay what they are though somebody worked. A day off within leave is
 * a day off. Too little work makes
 * half a day or an absence only where all of it is known.
 *
 * @param rules of the day's first shift; null on a day off
 */
export function statusOf(plan: DayPlan, rules: ShiftRules | null, day: Measured): DayStatus {
  if (plan.holiday !== null) return 'holiday';
  if (rules && day.dueMinutes === 0 && plan.leaves.length > 0) return 'leave';
  if (isWholeLeave(plan)) return 'leave';
  if (!day.seen) return rules ? (day.settled ? 'absent' : 'pending') : 'rest';
  if (rules && day.complete) {
    const credited = day.workedMinutes + day.leaveMinutes;
    if (credited < rules.absentMinutes) return 'absent';
    if (credited < rules.halfDayMinutes) return 'half-day';
  }
  return day.lateMinutes > 0 ? 'late' : 'present';
}

/** Whether a day on which somebody was to work is all leave, as one or as both its halves. */
export const isWholeLeave = (plan: DayPlan): boolean => mayBeLeave(plan) && halvesOf(plan) === 2;

/**
 * How much of a day is leave: all of it, an approved half, or nothing; single hours are in `leaveMinutes` alone. There
 * is no leave of a day off.
 */
export function leaveDaysOf(plan: DayPlan, status: DayStatus): 0 | 0.5 | 1 {
  if (status === 'leave') return 1;
  return mayBeLeave(plan) && halvesOf(plan) === 1 ? 0.5 : 0;
}

/** Who has no roster at all has the days off that everybody knows: what is no day of the usual week, and holidays. */
const mayBeLeave = ({ date, shifts, rostered, holiday }: DayPlan) =>
  holiday === null && (shifts.length > 0 || (!rostered && USUAL_WEEK.includes(weekdayOf(date))));

function halvesOf({ leaves }: DayPlan): number {
  const has = (wanted: Leave['kind']) => leaves.some(({ kind }) => kind === wanted);
  return has('full') ? 2 : Number(has('morning')) + Number(has('afternoon'));
}
