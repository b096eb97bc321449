import { localMoment } from '../days/local-clock.js';
import type { DayColumn } from './sheet-plan.js';

const moment = (instant: number | null, timeZone: string) => instant && localMoment(instant, timeZone);

/** Who, and where they belong. */
export const WHO = [
  { key: 'employeeNo', kind: 'text', of: (_, { employeeNo }) => employeeNo },
  { key: 'name', kind: 'text', of: (_, { name }) => name },
  { key: 'department', kind: 'text', of: (_, { department }) => department },
] as const satisfies readonly DayColumn[];

export const SITE: DayColumn = {
  key: 'site',
  kind: 'text',
  of: ({ siteId }, _, { sites }) => (siteId && sites.get(siteId)) ?? null,
};
export const DATE: DayColumn = { key: 'date', kind: 'date', of: ({ date }) => date };
export const STATUS: DayColumn = {
  key: 'status',
  kind: 'text',
  of: ({ status }, _, { words }) => words.statuses[status],
};
export const SHIFT: DayColumn = {
  key: 'shift',
  kind: 'text',
  of: ({ shiftId }, _, { shifts }) => (shiftId && shifts.get(shiftId)) ?? null,
};
export const FIRST_IN: DayColumn = {
  key: 'firstIn',
  kind: 'moment',
  of: ({ firstIn, timeZone }) => moment(firstIn, timeZone),
};
export const LAST_OUT: DayColumn = {
  key: 'lastOut',
  kind: 'moment',
  of: ({ lastOut, timeZone }) => moment(lastOut, timeZone),
};
export const WORKED: DayColumn = { key: 'workedMinutes', kind: 'minutes', of: (day) => day.workedMinutes };
export const LATE: DayColumn = { key: 'lateMinutes', kind: 'minutes', of: (day) => day.lateMinutes };
export const EARLY: DayColumn = { key: 'earlyMinutes', kind: 'minutes', of: (day) => day.earlyMinutes };
export const LOCKED: DayColumn = {
  key: 'locked',
  kind: 'text',
  of: ({ date }, _, { words, lockedMonths }) => (lockedMonths.has(date.slice(0, 7)) ? words.yes : words.no),
};
