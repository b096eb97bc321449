import { localDate } from '@rollcall/contracts';

/** Days of the calendar
 of some place, `YYYY-MM-DD`; two of them compare as text. */
const DAY_MS = 86_400_000;
const midnight = (date: string) => Date.parse(`${date}T00:00:00Z`);

/** Whether a text, from an address say, is a day that there is, of the years that the contract knows. */
export const isDay = (text: string): boolean => localDate.safeParse(text).success;

export const addDays = (date: string, days: number): string =>
  new Date(midnight(date) + days * DAY_MS).toISOString().slice(0, 10);

export const datesBetween = (from: string, to: string): string[] =>
  Array.from({ length: Math.max(0, (midnight(to) - midnight(from)) / DAY_MS + 1) }, (_, i) =>
    addDays(from, i),
  );

/** By ISO 8601: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: string): number => new Date(midnight(date)).getUTCDay() || 7;

export interface DateRange {
  from: string;
  to: string;
}

/** Monday to Sunday. */
export function weekOf(date: string): DateRange {
  const from = addDays(date, 1 - weekdayOf(date));
  return { from, to: addDays(from, 6) };
}

export function monthOf(date: string): DateRange {
  const from = `${date.slice(0, 7)}-01`;
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) };
}

/** The first day of the month so many months later. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The day on the reader's own calendar. */
export function today(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
