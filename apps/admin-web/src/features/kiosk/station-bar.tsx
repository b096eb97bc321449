import type { DeviceSelf } from '@rollcall/contracts';
import { IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../app/languages.js';
import { LogoMark } from '../../ui/logo.js';
import { useLocale } from '../../ui/locale.js';
import classes from './station.module.css';

interface StationBarProps {
  self: DeviceSelf | null;
  clockOffsetMs: number;
  offline: boolean;
  waiting: number;
  children: ReactNode;
}

export function StationBar({ self, clockOffsetMs, offline, waiting, children }: StationBarProps) {
  const { t } = useTranslation('kiosk');
  return (
    <header className={classes.bar}>
      <div className={classes.place}>
        <LogoMark size={36} />
        <div>
          <strong>{self?.site.name ?? 'Rollcall'}</strong>
          <span>{self?.name ?? ' '}</span>
        </div>
      </div>
      <Clock timeZone={self?.site.timeZone} offsetMs={clockOffsetMs} />
      <div className={classes.tools}>
        <span role="status" className={classes.status}>
          {offline && (
            <span className={classes.pill} data-kind="offline">
              <IconCloudOff size={18} aria-hidden /> {t('offline')}
            </span>
          )}
          {waiting > 0 && (
            <span className={classes.pill}>
              <IconCloudUp size={18} aria-hidden /> {t('waiting', { count: waiting })}
            </span>
          )}
        </span>
        <LanguageToggle />
        {children}
      </div>
    </header>
  );
}

const SHORT = { en: 'English', 'zh-CN': '中文' };

/** Whoever stands here reads their own language with one touch. */
function LanguageToggle() {
  const { i18n } = useTranslation('kiosk');
  const other = LANGUAGES.find((language) => language !== i18n.resolvedLanguage) ?? 'en';
  return (
    <button
      type="button"
      lang={other}
      className={classes.quiet}
      onClick={() => void i18n.changeLanguage(other)}
    >
      {SHORT[other]}
    </button>
  );
}

function Clock({ timeZone, offsetMs }: { timeZone: string | undefined; offsetMs: number }) {
  const locale = useLocale();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 1_000);
    return () => window.clearInterval(timer);
  }, []);
  const zone = timeZone ? { timeZone } : {};
  const moment = new Date(now + offsetMs);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', ...zone }).format(
    moment,
  );
  const day = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...zone,
  }).format(moment);
  return (
    <div className={classes.clock}>
      <time>{time}</time>
      <span>{day}</span>
    </div>
  );
}
