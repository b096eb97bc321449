import { useTranslation } from 'react-i18next';
import { secondsFor } from './pace.js';
import type { Effort } from './painting-work.js';

const MINUTE = 60;
const HOUR = 3_600;

/** A length of time as somebody would say it: nobody needs the seconds of ten minutes. */
export function useDuration() {
  const { t } = useTranslation('badges');
  const say = (seconds: number): string => {
    if (seconds < 0.75 * MINUTE)
      return t('time.seconds', { count: Math.max(5, 5 * Math.round(seconds / 5)) });
    if (seconds < 1.5 * HOUR) return t('time.minutes', { count: Math.max(1, Math.round(seconds / MINUTE)) });
    return t('time.hours', { count: Math.round(seconds / HOUR) });
  };
  return {
    say,
    of: (effort: Effort, pace: number) => say(secondsFor(effort, pace)),
  };
}
