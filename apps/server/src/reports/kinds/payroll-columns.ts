import type { PayrollColumn, ReportColumnKind } from '@rollcall/contracts';
import type { Member, ReportDay } from '../days/person-days.js';
import type { Cell } from '../report.js';
import type { Surroundings } from './sheet-plan.js';
import { daysThatAre, sumOf } from './totals.js';

/** What a payroll column says of some days of somebody. */
export interface PayrollField {
  readonly kind: ReportColumnKind;
  readonly of: (days: readonly ReportDay[], member: Member, around: Surroundings) => Cell;
}

const HOUR = 60;
/** Two decimals, as payroll programs take them. */
const hours = (minutes: number) => Math.round((minutes / HOUR) * 100) / 100;
/** Overtime that waits for approval is not paid as regular work either. */
const regular = (days: readonly ReportDay[]) =>
  sumOf(days, 'workedMinutes') - sumOf(days, 'overtimeMinutes') - sumOf(days, 'overtimeWaitingMinutes');
const minutesOf = (what: Parameters<typeof sumOf>[1]): PayrollField => ({
  kind: 'integer',
  of: (days) => sumOf(days, what),
});
const hoursOf = (what: Parameters<typeof sumOf>[1]): PayrollField => ({
  kind: 'hours',
  of: (days) => hours(sumOf(days, what)),
});

export const PAYROLL_FIELDS: Record<PayrollColumn, PayrollField> = {
  personId: { kind: 'text', of: (_, { personId }) => personId },
  employeeNo: { kind: 'text', of: (_, { employeeNo }) => employeeNo },
  name: { kind: 'text', of: (_, { name }) => name },
  department: { kind: 'text', of: (_, { department }) => department },
  site: { kind: 'text', of: (days, _, { sites }) => lastSite(days, sites) },
  from: { kind: 'date', of: (_days, _member, { from }) => from },
  to: { kind: 'date', of: (_days, _member, { to }) => to },
  date: { kind: 'date', of: ([day]) => day?.date ?? null },
  dueMinutes: minutesOf('dueMinutes'),
  workedMinutes: minutesOf('workedMinutes'),
  regularMinutes: { kind: 'integer', of: regular },
  overtimeMinutes: minutesOf('overtimeMinutes'),
  overtimeWaitingMinutes: minutesOf('overtimeWaitingMinutes'),
  breakMinutes: minutesOf('breakMinutes'),
  lateMinutes: minutesOf('lateMinutes'),
  earlyMinutes: minutesOf('earlyMinutes'),
  leaveMinutes: minutesOf('leaveMinutes'),
  dueHours: hoursOf('dueMinutes'),
  workedHours: hoursOf('workedMinutes'),
  regularHours: { kind: 'hours', of: (days) => hours(regular(days)) },
  overtimeHours: hoursOf('overtimeMinutes'),
  overtimeWaitingHours: hoursOf('overtimeWaitingMinutes'),
  leaveHours: hoursOf('leaveMinutes'),
  presentDays: {
    kind: 'integer',
    // A few minutes that make an absence are no presence as well.
    of: (days) => days.filter(({ workedMinutes, status }) => workedMinutes > 0 && status !== 'absent').length,
  },
  absentDays: { kind: 'integer', of: (days) => daysThatAre(days, 'absent') },
  leaveDays: { kind: 'days', of: (days) => sumOf(days, 'leaveDays') },
  locked: {
    kind: 'text',
    of: (days, _, { lockedMonths, words }) =>
      days.every(({ date }) => lockedMonths.has(date.slice(0, 7))) ? words.yes : words.no,
  },
};

function lastSite(days: readonly ReportDay[], sites: ReadonlyMap<string, string>): string | null {
  const siteId = days.at(-1)?.siteId;
  return (siteId && sites.get(siteId)) ?? null;
}
