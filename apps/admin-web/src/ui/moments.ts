import { useTranslation } from 'react-i18next';
import { useLocale } from './locale.js';

const MINUTE = 60_000;
const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
];

/** An instant in the reader's own zone. */
export const formatInstant = (
  instant: string,
  locale: string,
  options?: Intl.DateTimeFormatOptions,
): string =>
  new Intl.DateTimeFormat(locale, options ?? { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  );

/** A wall-clock time as the site read it: shown as it stands, never moved to the reader's zone. */
export const formatLocal = (localTime: string, locale: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
    new Date(`${localTime.slice(0, 19)}Z`),
  );

/** "5 minutes ago"; null under one minute. */
export function formatAgo(instant: string, locale: string, now = Date.now()): string | null {
  const elapsed = now - new Date(instant).getTime();
  const step = STEPS.find(([, size]) => elapsed >= size);
  if (!step) return null;
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
    -Math.floor(elapsed / step[1]),
    step[0],
  );
}

/** "3 hours", "12 minutes": the largest unit that fits, in seconds below a minute. */
export function formatDuration(seconds: number, locale: string): string {
  const [unit, size] = STEPS.find(([, each]) => seconds * 1000 >= each) ?? (['second', 1000] as const);
  const value = Math.round((seconds * 1000) / size);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

export function useMoments() {
  const locale = useLocale();
  const { t } = useTranslation('ui');
  return {
    instant: (at: string) => formatInstant(at, locale),
    date: (at: string) => formatInstant(at, locale, { dateStyle: 'medium' }),
    localTime: (at: string) =>
      formatLocal(at, locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    localDay: (at: string) => formatLocal(at, locale, { weekday: 'short', day: 'numeric', month: 'short' }),
    ago: (at: string | null) => (at === null ? t('never') : (formatAgo(at, locale) ?? t('justNow'))),
    number: (value: number, options?: Intl.NumberFormatOptions) =>
      new Intl.NumberFormat(locale, options).format(value),
    percent: (value: number) => new Intl.NumberFormat(locale, { style: 'percent' }).format(value),
  };
}
