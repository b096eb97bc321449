/** A day of the calendar of some place, `YYYY-MM-DD`. Two of them compare as text. */
export type LocalDate = string;

const DAY_MS = 86_400_000;
const utcMidnight = (date: LocalDate) => Date.parse(`${date}T00:00:00Z`);
const dateOf = (utcMidnightMs: number): LocalDate => new Date(utcMidnightMs).toISOString().slice(0, 10);

/** The date so many days later; earlier where `days` is negative. Years 0001 to 9999. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  dateOf(utcMidnight(date) + days * DAY_MS);

/** Whole days from one date to another; negative where `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((utcMidnight(to) - utcMidnight(from)) / DAY_MS);

/** Every date from `from` to `to`, both included; none where `to` is earlier. */
export function datesBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, i) => addDays(from, i));
}

/** Day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: LocalDate): number => new Date(utcMidnight(date)).getUTCDay() || 7;
