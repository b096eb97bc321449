import type { Territory } from '../punches/territory.js';
import type { Span } from '../shifts/planned-shift.js';
import type { LocalDate } from '../time/local-date.js';
import type { UnderstoodPunch } from '../punches/punch.js';

/** What a day was. `pending`: it is not over, or kiosks may still deliver punches of it. */
export type DayStatus = 'present' | 'late' | 'half-day' | 'absent' | 'leave' | 'holiday' | 'rest' | 'pending';

/** What somebody should look at, or know, before the day is paid. */
export type DayFlag =
  /** An IN without an OUT: nothing is counted from it on. */
  | 'missing-out'
  | 'missing-in'
  /** Still there. */
  | 'open'
  /** The OUT is the planned end, by rule of the shift. */
  | 'auto-closed'
  /** More than sixteen hours at a stretch: not counted. */
  | 'over-16-hours'
  | 'uneven-punches'
  /** Punches, but no shift is known. */
  | 'unknown-shift'
  /** Punches before or after every shift's reach. */
  | 'outside-shift'
  /** A day with punches, but none of one of its shifts, though no leave covers it. */
  | 'missing-shift'
  | 'worked-on-holiday'
  | 'worked-on-rest-day'
  | 'worked-on-leave'
  | 'corrected'
  | 'overtime-unapproved'
  /** A kiosk of the site has not been heard since: punches may be on their way. */
  | 'awaiting-devices';

/** A person's day, as it is paid. Minutes are whole; instants are milliseconds since the epoch. */
export interface Workday {
  readonly date: LocalDate;
  readonly timeZone: string;
  /** The first shift of the day; null on a day off. */
  readonly shiftId: string | null;
  readonly status: DayStatus;
  readonly firstIn: number | null;
  readonly lastOut: number | null;
  /** Planned minutes less breaks and leave; what `workedMinutes` is measured by. */
  readonly dueMinutes: number;
  readonly workedMinutes: number;
  readonly breakMinutes: number;
  readonly lateMinutes: number;
  readonly earlyMinutes: number;
  /** Part of `workedMinutes`. */
  readonly overtimeMinutes: number;
  /** Part of `workedMinutes`: overtime that counts as such, or at all, only once somebody approves it. */
  readonly overtimeWaitingMinutes: number;
  readonly leaveMinutes: number;
  /** How much of the day is leave by whole days and halves; 0 on a day off within leave. */
  readonly leaveDays: 0 | 0.5 | 1;
  /** The shifts of the day, in order, and from when to when punches belong to them. */
  readonly territories: readonly Territory[];
  readonly presence: readonly Span[];
  readonly punches: readonly UnderstoodPunch[];
  readonly flags: readonly DayFlag[];
  /** Whether only another fact can change it, not time alone. */
  readonly settled: boolean;
}
