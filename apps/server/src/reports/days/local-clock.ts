import { addDays, Zone } from '@rollcall/attendance';
import { localTime } from '../../platform/clock/local-time.js';

const DAY_MS = 86_400_000;

/** A day of a zone's calendar, of 24 hours or not. */
interface Day {
  readonly date: string;
  readonly begins: number;
  readonly ends: number;
}

/** Of each zone the day that was asked for last: whoever punches once punches again on the same day. */
const last = new Map<string, Day>();

/**
 * What `localTime` answers, for hundreds of thousands of instants: on a day of 24 hours it is counted from the day's
 * beginning; on the others the calendar is asked.
 */
export function localMoment(instant: number, timeZone: string): string {
  let day = last.get(timeZone);
  if (!day || instant < day.begins || instant >= day.ends) {
    day = dayOf(instant, Zone.of(timeZone));
    last.set(timeZone, day);
  }
  if (day.ends - day.begins !== DAY_MS) return localTime(new Date(instant), timeZone);
  return `${day.date}T${clockOf(instant - day.begins)}`;
}

function dayOf(instant: number, zone: Zone): Day {
  const date = zone.dateAt(instant);
  return { date, begins: zone.beginningOf(date), ends: zone.beginningOf(addDays(date, 1)) };
}

const two = (value: number) => (value < 10 ? `0${value}` : String(value));

/** HH:MM:SS of milliseconds since midnight. */
function clockOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
