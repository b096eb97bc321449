import type { Shift } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useDurations } from '../../ui/durations.js';
import { useLocale } from '../../ui/locale.js';
import { formatLocal } from '../../ui/moments.js';

/** What a shift says, in the reader's words. */
export function useShiftWords() {
  const { t } = useTranslation('shifts');
  const locale = useLocale();
  const { minutes } = useDurations();
  const time = (clock: string) =>
    formatLocal(`2026-01-01T${clock}:00`, locale, { hour: '2-digit', minute: '2-digit' });
  const span = (start: string, end: string) => t('hours', { start: time(start), end: time(end) });

  const hours = ({ start, end, overnight }: Pick<Shift, 'start' | 'end' | 'overnight'>) =>
    t(overnight ? 'hoursOvernight' : 'hours', { start: time(start), end: time(end) });

  const breaks = (shift: Shift) => {
    if (shift.breakRule === 'punched') return t('break.punched');
    if (shift.breakRule === 'fixed')
      return t('break.fixed', {
        windows: shift.breakWindows.map(({ start, end }) => span(start, end)).join(t('comma')),
      });
    const steps = [
      ['deducted', shift.breakMinutes, shift.breakAfterMinutes],
      ['second', shift.secondBreakMinutes, shift.secondBreakAfterMinutes],
    ] as const;
    const told = steps.filter(([, length]) => length > 0);
    if (told.length === 0) return t('break.none');
    return told
      .map(([text, length, after]) => t(`break.${text}`, { minutes: minutes(length), after: minutes(after) }))
      .join('; ');
  };

  const overtime = (shift: Shift) =>
    [
      t(`overtimeText.${shift.overtimeBasis}`, { after: minutes(shift.overtimeAfterMinutes) }),
      shift.overtimeRoundMinutes > 1 && t('rounded', { minutes: minutes(shift.overtimeRoundMinutes) }),
      shift.overtimeNeedsApproval && t('approval'),
    ]
      .filter(Boolean)
      .join(t('comma'));

  const thresholds = ({ halfDayMinutes, absentMinutes }: Shift) =>
    halfDayMinutes || absentMinutes
      ? t('thresholdText', { half: minutes(halfDayMinutes), absent: minutes(absentMinutes) })
      : t('noThreshold');

  return {
    hours,
    breaks,
    facts: (shift: Shift): [string, string][] => [
      [t('fact.hours'), hours(shift)],
      ...(shift.coreStart && shift.coreEnd
        ? [[t('fact.core'), span(shift.coreStart, shift.coreEnd)] as [string, string]]
        : []),
      [t('fact.break'), breaks(shift)],
      [
        t('fact.grace'),
        t('graceText', { in: minutes(shift.graceInMinutes), out: minutes(shift.graceOutMinutes) }),
      ],
      [t('fact.thresholds'), thresholds(shift)],
      [t('fact.overtime'), overtime(shift)],
      [
        t('fact.counts'),
        [
          t(`pairingText.${shift.pairing}`),
          ...(shift.pairing === 'first-last' && shift.breakRule === 'punched' ? [t('lessPauses')] : []),
          t(shift.earlyArrivalCounts ? 'early.yes' : 'early.no'),
        ].join(t('comma')),
      ],
      [
        t('fact.reach'),
        t('reachText', {
          before: minutes(shift.windowBeforeMinutes),
          after: minutes(shift.windowAfterMinutes),
        }),
      ],
      [t('fact.closing'), t(`closingText.${shift.closing}`)],
    ],
  };
}
