import { useLocale } from '../../ui/locale.js';

/** Monday to Sunday by their short names. The first of June 2026 was a Monday. */
export function useWeekdays(): { day: number; name: string }[] {
  const format = new Intl.DateTimeFormat(useLocale(), { weekday: 'short', timeZone: 'UTC' });
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, name: format.format(Date.UTC(2026, 5, day)) }));
}
