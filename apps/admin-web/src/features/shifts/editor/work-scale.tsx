import type { DayAccount } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useDurations } from '../../../ui/durations.js';
import classes from './work-scale.module.css';

const MARGIN = 120;

/** How much work makes what of a day: absence, half a day, a day, overtime; and where this one lies. */
export function WorkScale({ account: { day, plan } }: { account: DayAccount }) {
  const { t } = useTranslation('shifts');
  const { minutes } = useDurations();
  const shift = plan[0]?.shift;
  if (!shift) return null;
  const overtimeFrom =
    shift.overtimeBasis === 'worked'
      ? shift.overtimeAfterMinutes
      : day.dueMinutes + shift.overtimeAfterMinutes;
  const most = Math.max(overtimeFrom, day.workedMinutes) + MARGIN;
  const { absentMinutes, halfDayMinutes } = shift;
  const zones = [
    { zone: 'absent', from: 0, to: absentMinutes },
    { zone: 'half', from: absentMinutes, to: halfDayMinutes },
    { zone: 'full', from: Math.max(absentMinutes, halfDayMinutes), to: overtimeFrom },
    { zone: 'overtime', from: overtimeFrom, to: most },
  ] as const;
  const shown = zones.filter(({ from, to }) => to > from);
  const share = (value: number) => `${(100 * value) / most}%`;
  const text = [
    t('scale.worked', { minutes: minutes(day.workedMinutes) }),
    ...shown.map(({ zone, from }) => t('scale.from', { zone: t(`scale.${zone}`), minutes: minutes(from) })),
  ].join(', ');
  const late = day.workedMinutes > most * 0.7;
  return (
    <div className={classes.scale} role="img" aria-label={t('scale.label', { text })}>
      <div className={classes.bar}>
        {shown.map(({ zone, from, to }) => (
          <div key={zone} data-zone={zone} style={{ width: share(to - from) }} />
        ))}
      </div>
      {shown.map(({ zone, from }) => (
        <span key={zone} className={classes.zone} style={{ insetInlineStart: share(from) }}>
          {t(`scale.${zone}`)}
        </span>
      ))}
      <span className={classes.marker} style={{ insetInlineStart: share(day.workedMinutes) }} />
      <span
        className={classes.label}
        style={
          late
            ? { insetInlineEnd: share(most - day.workedMinutes) }
            : { insetInlineStart: share(day.workedMinutes) }
        }
      >
        {t('scale.worked', { minutes: minutes(day.workedMinutes) })}
      </span>
    </div>
  );
}
