import { useLocale } from './locale.js';

/** Minutes in words as short as the language has them: "7h 40m", "7小时40分钟". */
export function formatMinutes(minutes: number, locale: string): string {
  const unit = (value: number, name: 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'narrow' }).format(value);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return unit(rest, 'minute');
  const gap = locale.startsWith('zh') ? '' : ' ';
  return rest === 0 ? unit(hours, 'hour') : `${unit(hours, 'hour')}${gap}${unit(rest, 'minute')}`;
}

/** As on a clock, for tables: 7:40. */
export const clockMinutes = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

export function useDurations() {
  const locale = useLocale();
  return { minutes: (value: number) => formatMinutes(value, locale) };
}
