import type { DayFlag, DayStatus } from '@rollcall/contracts';

/** How a status is drawn: a sign beside its colour, for those who do not tell colours apart. */
export const STATUS_LOOK: Record<DayStatus, { color: string; sign: string }> = {
  present: { color: 'green', sign: '✓' },
  late: { color: 'orange', sign: '◔' },
  'half-day': { color: 'yellow', sign: '½' },
  absent: { color: 'red', sign: '✕' },
  leave: { color: 'petrol', sign: '○' },
  holiday: { color: 'violet', sign: '★' },
  rest: { color: 'gray', sign: '–' },
  pending: { color: 'gray', sign: '…' },
};

/** What somebody has to look at before the day is paid; the others only say how it came about. */
const TO_REVIEW: ReadonlySet<DayFlag> = new Set<DayFlag>([
  'missing-out',
  'missing-in',
  'over-16-hours',
  'uneven-punches',
  'unknown-shift',
  'outside-shift',
  'missing-shift',
  'awaiting-devices',
  'overtime-unapproved',
  'worked-on-leave',
  'late-event',
]);
export const needsReview = (flag: DayFlag): boolean => TO_REVIEW.has(flag);
