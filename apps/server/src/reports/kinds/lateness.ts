import { DATE, EARLY, FIRST_IN, LAST_OUT, LATE, SHIFT, SITE, WHO } from './day-columns.js';
import { dayByDay, type DayColumn, type SheetPlan, type Surroundings } from './sheet-plan.js';

const COLUMNS: readonly DayColumn[] = [...WHO, SITE, DATE, SHIFT, FIRST_IN, LATE, LAST_OUT, EARLY];

/** Days on which somebody came too late or left too early. */
export const lateness = (around: Surroundings): SheetPlan =>
  dayByDay(COLUMNS, around, ({ lateMinutes, earlyMinutes }) => lateMinutes > 0 || earlyMinutes > 0);
