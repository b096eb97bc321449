import type { ReportDay } from '../days/person-days.js';

type Counted =
  | 'dueMinutes'
  | 'workedMinutes'
  | 'overtimeMinutes'
  | 'overtimeWaitingMinutes'
  | 'breakMinutes'
  | 'lateMinutes'
  | 'earlyMinutes'
  | 'leaveMinutes'
  | 'leaveDays';

export const sumOf = (days: readonly ReportDay[], what: Counted): number =>
  days.reduce((sum, day) => sum + day[what], 0);

export const daysThatAre = (days: readonly ReportDay[], ...statuses: ReportDay['status'][]): number =>
  days.filter(({ status }) => statuses.includes(status)).length;
