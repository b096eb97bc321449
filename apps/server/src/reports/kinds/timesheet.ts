import { datesBetween, daysBetween } from '@rollcall/attendance';
import { TIMESHEET_MAX_DAYS } from '@rollcall/contracts';
import { ValidationError } from '../../platform/http/validation.js';
import type { ReportDay } from '../days/person-days.js';
import type { Cell, Column } from '../report.js';
import { dayHeading } from '../words/dates.js';
import type { ColumnKey, ReportWords } from '../words/report-words.js';
import type { SheetPlan, Surroundings } from './sheet-plan.js';
import { daysThatAre, sumOf } from './totals.js';

/** In the place of a day that nobody can be paid by as it is. */
const TO_REVIEW = '!';
const TOTALS: readonly (readonly [ColumnKey, Column['kind']])[] = [
  ['workedMinutes', 'minutes'],
  ['overtimeMinutes', 'minutes'],
  ['lateMinutes', 'minutes'],
  ['absentDays', 'integer'],
  ['leaveMinutes', 'minutes'],
];

/** A row for each person, a column for each day, and what it comes to. @throws ValidationError beyond 31 days */
export function timesheet({ from, to, lang, words }: Surroundings): SheetPlan {
  if (daysBetween(from, to) >= TIMESHEET_MAX_DAYS)
    throw new ValidationError([
      { path: 'to', message: `a timesheet has at most ${TIMESHEET_MAX_DAYS} days` },
    ]);

  const dates = datesBetween(from, to);
  const named = (key: ColumnKey, kind: Column['kind']): Column => ({ key, kind, title: words.columns[key] });
  return {
    columns: [
      named('employeeNo', 'text'),
      named('name', 'text'),
      named('department', 'text'),
      ...dates.map((date): Column => ({ key: date, title: dayHeading(date, lang), kind: 'day' })),
      ...TOTALS.map(([key, kind]) => named(key, kind)),
    ],
    rowsOf: ({ member, days }) => {
      const byDate = new Map(days.map((day) => [day.date, day]));
      return [
        [
          member.employeeNo,
          member.name,
          member.department,
          ...dates.map((date) => cellOf(byDate.get(date), words)),
          sumOf(days, 'workedMinutes'),
          sumOf(days, 'overtimeMinutes'),
          sumOf(days, 'lateMinutes'),
          daysThatAre(days, 'absent'),
          sumOf(days, 'leaveMinutes'),
        ],
      ];
    },
    notes: [legendOf(words)],
  };
}

function cellOf(day: ReportDay | undefined, { marks }: ReportWords): Cell {
  if (!day) return null;
  if (day.workedMinutes > 0) return day.workedMinutes;
  return marks[day.status] ?? (day.flags.length > 0 ? TO_REVIEW : 0);
}

function legendOf({ marks, statuses, between, colon, toReview }: ReportWords): string {
  const said = Object.entries(marks).map(([status, mark]) => [mark, statuses[status as ReportDay['status']]]);
  return [...said, [TO_REVIEW, toReview]].map((each) => each.join(colon)).join(between);
}
