import {
  DATE,
  EARLY,
  FIRST_IN,
  LAST_OUT,
  LATE,
  LOCKED,
  SHIFT,
  SITE,
  STATUS,
  WHO,
  WORKED,
} from './day-columns.js';
import { dayByDay, type DayColumn, type SheetPlan, type Surroundings } from './sheet-plan.js';

const COLUMNS: readonly DayColumn[] = [
  ...WHO,
  SITE,
  DATE,
  STATUS,
  SHIFT,
  FIRST_IN,
  LAST_OUT,
  { key: 'dueMinutes', kind: 'minutes', of: (day) => day.dueMinutes },
  WORKED,
  { key: 'breakMinutes', kind: 'minutes', of: (day) => day.breakMinutes },
  LATE,
  EARLY,
  { key: 'overtimeMinutes', kind: 'minutes', of: (day) => day.overtimeMinutes },
  { key: 'overtimeWaitingMinutes', kind: 'minutes', of: (day) => day.overtimeWaitingMinutes },
  { key: 'leaveMinutes', kind: 'minutes', of: (day) => day.leaveMinutes },
  {
    key: 'flags',
    kind: 'text',
    of: ({ flags }, _, { words }) => flags.map((flag) => words.flags[flag]).join('; '),
  },
  LOCKED,
];

/** A row for each person and day. */
export const daily = (around: Surroundings): SheetPlan => dayByDay(COLUMNS, around);
