import { addDays, Zone } from '@rollcall/attendance';
import { localTime } from '../../platform/clock/local-time.js';

const DAY_MS = 86_400_000;

/**
 * What `localTime` answers, for hundreds of thousands of instants: on a day of 24 hours it is counted from the day's
 * beginning; on the others the calendar is asked.
 */
export function localMoment(instant: number, timeZone: string): string {
  const zone = Zone.of(timeZone);
  const date = zone.dateAt(instant);
  const beginning = zone.beginningOf(date);
  if (zone.beginningOf(addDays(date, 1)) - beginning !== DAY_MS)
    return localTime(new Date(instant), timeZone);
  return `${date}T${new Date(instant - beginning).toISOString().slice(11, 19)}`;
}
