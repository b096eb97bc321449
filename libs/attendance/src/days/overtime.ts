import type { OvertimeRule } from '../shifts/shift.js';

/**
 * Overtime of a day.
 *
 * @param rule of the day's shift
 * @param workedMinutes of the whole day
 * @param dueMinutes null on a day off, where all work is overtime
 */
export function overtimeMinutes(
  rule: OvertimeRule,
  workedMinutes: number,
  dueMinutes: number | null,
): number {
  return Math.floor(beyond(rule, workedMinutes, dueMinutes) / rule.roundToMinutes) * rule.roundToMinutes;
}

function beyond({ basis, afterMinutes }: OvertimeRule, worked: number, due: number | null): number {
  if (due === null) return worked;
  if (basis === 'worked') return Math.max(0, worked - afterMinutes);
  const further = worked - due;
  return further > 0 && further >= afterMinutes ? further : 0;
}
