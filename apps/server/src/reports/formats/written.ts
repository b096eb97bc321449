import type { LocalDate } from '@rollcall/attendance';
import type { ReportLanguage } from '@rollcall/contracts';

/** 65 as 1:05; 1500 as 25:00. */
export const durationText = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** `2026-03-02T09:20:00` as 2026-03-02 09:20; seconds only where a punch has some. */
export const momentText = (moment: string): string =>
  moment.slice(0, 16).replace('T', ' ') + secondsOf(moment);

const secondsOf = (moment: string) => (moment.endsWith(':00') ? '' : moment.slice(16));

/** A date in a narrow column: 2 Mar 2026, 2026/3/2. */
export function shortDate(date: LocalDate, lang: ReportLanguage): string {
  const known = shown.get(lang + date);
  if (known) return known;
  const locale = lang === 'en' ? 'en-GB' : lang;
  const text = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00:00Z`),
  );
  if (shown.size > MOST_KNOWN) shown.clear();
  shown.set(lang + date, text);
  return text;
}

/** Asking the calendar takes microseconds, and a report asks for the same few days again and again. */
const shown = new Map<string, string>();
const MOST_KNOWN = 2000;
