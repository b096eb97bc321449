import { addDays, weekdayOf, type LocalDate, type Zone } from '@rollcall/attendance';

/** When in a week or month. */
export interface Timing {
  readonly every: 'week' | 'month';
  readonly weekday: number | null;
  readonly dayOfMonth: number | null;
  readonly hour: number;
}

/** Longer than any month and what is left of the one before. */
const LOOK_AHEAD_DAYS = 63;

/** The first of its times after an instant, on the clock of the zone. Milliseconds since the epoch. */
export function nextTime(timing: Timing, after: number, zone: Zone): number {
  const today = zone.dateAt(after);
  for (let i = 0; i <= LOOK_AHEAD_DAYS; i++) {
    const date = addDays(today, i);
    const instant = zone.instantAt(date, timing.hour * 60);
    if (isOn(timing, date) && instant > after) return instant;
  }
  throw new Error(`A schedule has no time within ${LOOK_AHEAD_DAYS} days.`);
}

function isOn({ every, weekday, dayOfMonth }: Timing, date: LocalDate): boolean {
  if (every === 'week') return weekdayOf(date) === weekday;
  const day = Number(date.slice(8));
  const isLast = addDays(date, 1).endsWith('-01');
  return day === dayOfMonth || (isLast && day < dayOfMonth!);
}

/** The days that are reported on a date: the whole week or month before. */
export function periodBefore(every: Timing['every'], date: LocalDate): { from: LocalDate; to: LocalDate } {
  if (every === 'week') {
    const monday = addDays(date, 1 - weekdayOf(date));
    return { from: addDays(monday, -7), to: addDays(monday, -1) };
  }
  const to = addDays(`${date.slice(0, 7)}-01`, -1);
  return { from: `${to.slice(0, 7)}-01`, to };
}
