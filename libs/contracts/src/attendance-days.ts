import { z } from 'zod';
import { direction } from './devices.js';
import { id, instant, localDate, pageOf, pageQuery } from './wire.js';

export const DAY_STATUSES = [
  'present',
  'late',
  'half-day',
  'absent',
  'leave',
  'holiday',
  'rest',
  'pending',
] as const;
export const dayStatus = z
  .enum(DAY_STATUSES)
  .describe('`pending`: the day is not over, or kiosks may still deliver what they saw.');
export type DayStatus = z.infer<typeof dayStatus>;

export const DAY_FLAGS = [
  'missing-out',
  'missing-in',
  'open',
  'auto-closed',
  'over-16-hours',
  'uneven-punches',
  'unknown-shift',
  'outside-shift',
  'missing-shift',
  'worked-on-holiday',
  'worked-on-rest-day',
  'worked-on-leave',
  'corrected',
  'overtime-unapproved',
  'awaiting-devices',
  'clock-corrected',
  'late-event',
] as const;
export const dayFlag = z.enum(DAY_FLAGS);
export type DayFlag = z.infer<typeof dayFlag>;

export const dayPunch = z
  .object({
    id: z.string(),
    checkInId: id.nullable().describe('Null where an approved correction made it.'),
    at: instant,
    localTime: z.string().describe('YYYY-MM-DDTHH:MM:SS on the clock of the site.'),
    direction,
    ignored: z
      .enum(['duplicate', 'between', 'corrected'])
      .nullable()
      .describe(
        'Why it plays no part: it repeats another, lies between the first and the last, or was corrected.',
      ),
  })
  .meta({ id: 'DayPunch' });
export type DayPunch = z.infer<typeof dayPunch>;

const minutes = z.int().min(0);

/** A person's day as it is paid. */
export const attendanceDay = z
  .object({
    personId: id,
    date: localDate,
    timeZone: z.string(),
    shiftId: id.nullable(),
    status: dayStatus,
    firstIn: instant.nullable(),
    lastOut: instant.nullable(),
    dueMinutes: minutes,
    workedMinutes: minutes,
    lateMinutes: minutes,
    earlyMinutes: minutes,
    overtimeMinutes: minutes.describe(
      'Part of workedMinutes; where the shift asks for approval, none before it.',
    ),
    overtimeWaitingMinutes: minutes.describe(
      'Part of workedMinutes: overtime that waits for approval, and is paid neither as overtime nor as regular work.',
    ),
    breakMinutes: minutes,
    leaveMinutes: minutes,
    leaveDays: z
      .number()
      .describe('How much of the day is leave by whole days and halves: 0, 0.5 or 1. None on a day off.'),
    punches: z.array(dayPunch),
    flags: z.array(dayFlag),
    locked: z.boolean().describe('Its month is locked: it does not change any more.'),
  })
  .meta({ id: 'AttendanceDay' });
export type AttendanceDay = z.infer<typeof attendanceDay>;

export const dayQuery = pageQuery
  .extend({
    from: localDate,
    to: localDate,
    personId: id.optional(),
    people: z
      .string()
      .transform((list) => list.split(','))
      .pipe(z.array(id).max(100))
      .optional()
      .describe('Several at once, separated by commas.'),
    departmentId: id.optional(),
    siteId: id.optional(),
  })
  .refine(({ from, to }) => to >= from, { error: 'must not be before `from`', path: ['to'] })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 366 * 86_400_000, {
    error: 'at most a year at a time',
    path: ['to'],
  });
export type DayQuery = z.infer<typeof dayQuery>;
export const dayPage = pageOf(attendanceDay, 'AttendanceDayPage');

/** Overtime of a day that needs approval gets it, as much as waits when it is given, or loses it again. */
export const overtimeDecision = z
  .object({ personId: id, date: localDate, approved: z.boolean() })
  .meta({ id: 'OvertimeDecision' });
export type OvertimeDecision = z.infer<typeof overtimeDecision>;
