import type { AttendanceDay, DayAccount } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useDurations } from '../../ui/durations.js';
import { useLocale } from '../../ui/locale.js';
import { formatInstant, formatLocal } from '../../ui/moments.js';
import { explain } from './day/explain.js';

/** Days in the reader's words. */
export function useDayWords() {
  const { t } = useTranslation('attendance');
  const locale = useLocale();
  const { minutes } = useDurations();
  const timeIn = (timeZone: string) => (instant: string) =>
    formatInstant(instant, locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const date = (day: string, dateStyle: 'full' | 'medium' = 'full') =>
    formatLocal(`${day}T00:00:00`, locale, { dateStyle });
  const sentences = (account: DayAccount) =>
    explain(account, { minutes, time: timeIn(account.day.timeZone) }).map(({ text, values }) =>
      t(`why.${text}` as 'why.restDay', { replace: values ?? {} }),
    );
  return {
    minutes,
    timeIn,
    date,
    sentences,
    summary: (account: DayAccount) =>
      t('timeline.summary', {
        date: date(account.day.date),
        status: t(`status.${account.day.status}`),
        text: sentences(account).join(' '),
      }),
    /** A day in a few words: what it was, how much was worked, what is to be looked at. */
    brief: ({ status, workedMinutes, lateMinutes, flags }: AttendanceDay) =>
      [
        t(`status.${status}`),
        lateMinutes > 0 && minutes(lateMinutes),
        workedMinutes > 0 && t('sheet.worked', { worked: minutes(workedMinutes) }),
        ...flags.map((flag) => t(`flag.${flag}.title`)),
      ]
        .filter(Boolean)
        .join(t('comma')),
  };
}
