import type { ReportColumnKind } from '@rollcall/contracts';
import { clockMinutes } from '../../ui/durations.js';
import { useLocale } from '../../ui/locale.js';
import { formatLocal, useMoments } from '../../ui/moments.js';

/** A value of a report in the reader's locale, by the kind of its column. */
export function useCellWords(): (value: string | number | null, kind: ReportColumnKind) => string {
  const locale = useLocale();
  const { number } = useMoments();
  return (value, kind) => {
    if (value === null) return '';
    if (typeof value === 'number') {
      if (kind === 'minutes' || kind === 'day') return clockMinutes(value);
      return number(value, kind === 'hours' ? { minimumFractionDigits: 2 } : {});
    }
    if (kind === 'date') return formatLocal(`${value}T00:00:00`, locale, { dateStyle: 'medium' });
    if (kind === 'moment') return formatLocal(value, locale, { dateStyle: 'medium', timeStyle: 'short' });
    return value;
  };
}
