import type { AttendanceDay as DayMessage, DayPunch } from '@rollcall/contracts';
import { isCorrectionId, type Workday } from '@rollcall/attendance';
import { localTime } from '../../platform/clock/local-time.js';
import type { AttendanceDay, KeptPunch } from './attendance-day.entity.js';

/** A day as the API shows it. */
export function presentDay(day: AttendanceDay, locked: boolean): DayMessage {
  return {
    personId: day.personId,
    date: day.date,
    timeZone: day.timeZone,
    shiftId: day.shiftId,
    status: day.status,
    firstIn: day.firstIn?.toISOString() ?? null,
    lastOut: day.lastOut?.toISOString() ?? null,
    ...minutesOf(day),
    leaveDays: day.leaveDays,
    punches: day.punches.map((punch) => presentPunch(punch, day.timeZone)),
    flags: day.flags,
    locked,
  };
}

const MINUTES = [
  'dueMinutes',
  'workedMinutes',
  'lateMinutes',
  'earlyMinutes',
  'overtimeMinutes',
  'overtimeWaitingMinutes',
  'breakMinutes',
  'leaveMinutes',
] as const;

/** Minutes below nothing, which older rules left in a locked month, keep nobody from the days of all others. */
const minutesOf = (day: AttendanceDay) =>
  Object.fromEntries(MINUTES.map((field) => [field, Math.max(0, day[field])])) as Pick<
    AttendanceDay,
    (typeof MINUTES)[number]
  >;

/** A day that was reckoned and not kept. */
export function presentReckoned(personId: string, day: Workday): DayMessage {
  const { punches, presence: _presence, territories: _territories, settled: _settled, ...rest } = day;
  return {
    ...rest,
    personId,
    firstIn: day.firstIn === null ? null : new Date(day.firstIn).toISOString(),
    lastOut: day.lastOut === null ? null : new Date(day.lastOut).toISOString(),
    punches: punches.map(({ punch, direction, ignored }) =>
      presentPunch([punch.id, punch.at, direction, ignored], day.timeZone),
    ),
    flags: [...day.flags],
    locked: false,
  };
}

function presentPunch([id, at, direction, ignored]: KeptPunch, timeZone: string): DayPunch {
  const instant = new Date(at);
  return {
    id,
    checkInId: isCorrectionId(id) ? null : id,
    at: instant.toISOString(),
    localTime: localTime(instant, timeZone),
    direction,
    ignored: ignored as DayPunch['ignored'],
  };
}
