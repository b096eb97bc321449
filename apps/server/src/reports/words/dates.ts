import type { LocalDate } from '@rollcall/attendance';
import type { ReportLanguage } from '@rollcall/contracts';

const utc = (date: LocalDate) => Date.parse(`${date}T00:00:00Z`);

/** A date as people read it: 2 March 2026, 2026年3月2日. */
export const dateInWords = (date: LocalDate, lang: ReportLanguage): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { dateStyle: 'long', timeZone: 'UTC' }).format(
    utc(date),
  );

/** The heading of a day's column: 2 Mon, 2 一. */
export function dayHeading(date: LocalDate, lang: ReportLanguage): string {
  const weekday = new Intl.DateTimeFormat(lang, {
    weekday: lang === 'en' ? 'short' : 'narrow',
    timeZone: 'UTC',
  });
  return `${Number(date.slice(8))} ${weekday.format(utc(date))}`;
}
