import type { LocalDate } from '@rollcall/attendance';
import type { ReportLanguage } from '@rollcall/contracts';

/** 65 as 1:05; 1500 as 25:00. */
export const durationText = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** `2026-03-02T09:20:00` as 2026-03-02 09:20:00: programs want seconds in every row or in none. */
export const momentText = (moment: string): string => moment.replace('T', ' ');

/** A date in a narrow column: 2 Mar 2026, 2026年3月2日. */
export const shortDate = (date: LocalDate, lang: ReportLanguage): string =>
  remembered(lang + date, () => {
    const [year, , day] = date.split('-');
    if (lang === 'en') return `${Number(day)} ${monthOf(date)} ${year}`;
    return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(utc(date));
  });

/** A date beside another one, of which the year is told: 2 Mar, 3月2日. */
export const dayAndMonth = (date: LocalDate, lang: ReportLanguage): string =>
  remembered(`${lang} ${date}`, () => {
    if (lang === 'en') return `${Number(date.slice(8))} ${monthOf(date)}`;
    const format = { month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(lang, format).format(utc(date));
  });

const utc = (date: LocalDate) => Date.parse(`${date}T00:00:00Z`);
/** Three letters: the British calendar has a Sept, and columns are narrow. */
const months = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });
const monthOf = (date: LocalDate) => months.format(utc(date));

function remembered(key: string, make: () => string): string {
  const known = shown.get(key);
  if (known) return known;
  const text = make();
  if (shown.size > MOST_KNOWN) shown.clear();
  shown.set(key, text);
  return text;
}

/** Asking the calendar takes microseconds, and a report asks for the same few days again and again. */
const shown = new Map<string, string>();
const MOST_KNOWN = 2000;
