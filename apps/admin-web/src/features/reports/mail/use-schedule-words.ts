import type { ReportSchedule, Site } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../ui/locale.js';
import { formatInstant } from '../../../ui/moments.js';
import { useSites } from '../../organisation/organisation.queries.js';
import { LAST_DAY } from './schedule-values.js';

type Timing = Pick<ReportSchedule, 'every' | 'weekday' | 'dayOfMonth' | 'hour' | 'siteId'>;
type Content = Pick<ReportSchedule, 'every' | 'kind' | 'format' | 'recipients'>;

/** The first site is the one that was made first; ids tell the order. */
const firstOf = (sites: Site[]) =>
  sites.reduce<Site | undefined>((first, site) => (first && first.id < site.id ? first : site), undefined);

/** What a schedule does, in sentences. */
export function useScheduleWords() {
  const { t } = useTranslation('reports');
  const locale = useLocale();
  const sites = useSites().data ?? [];
  // The first of June 2026 was a Monday.
  const formatted = (options: Intl.DateTimeFormatOptions, day: number, hour = 0) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(Date.UTC(2026, 5, day, hour));
  const time = (hour: number) => formatted({ timeStyle: 'short' }, 1, hour);
  const weekday = (day: number) => formatted({ weekday: 'long' }, day);
  const day = (count: number) =>
    count === LAST_DAY ? t('mail.lastDay') : t('mail.day', { count, ordinal: true });
  /** Whose clock it goes by, as the server does; unknown until sites are. */
  const zoneOf = (siteId: string | null) =>
    (sites.find(({ id }) => id === siteId) ?? firstOf(sites))?.timeZone;
  const timing = (schedule: Timing) =>
    schedule.every === 'week'
      ? t('mail.week', { weekday: weekday(schedule.weekday ?? 1), time: time(schedule.hour) })
      : t('mail.month', { day: day(schedule.dayOfMonth ?? 1), time: time(schedule.hour) });
  return {
    time,
    weekday,
    day,
    zoneOf,
    when: (schedule: Timing) => {
      const zone = zoneOf(schedule.siteId);
      return zone ? t('mail.when', { when: timing(schedule), zone }) : timing(schedule);
    },
    what: ({ kind, format, every, recipients }: Content) =>
      t('mail.what', {
        kind: t(`kind.${kind}`),
        period: t(`mail.period.${every}`),
        format: t(`format.${format}`),
        count: recipients.length,
      }),
    /** A moment on the clock that the schedule goes by. */
    at: (instant: string, siteId: string | null) =>
      formatInstant(instant, locale, {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: zoneOf(siteId),
      }),
  };
}
