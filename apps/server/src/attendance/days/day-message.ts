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
    dueMinutes: day.dueMinutes,
    workedMinutes: day.workedMinutes,
    lateMinutes: day.lateMinutes,
    earlyMinutes: day.earlyMinutes,
    overtimeMinutes: day.overtimeMinutes,
    overtimeWaitingMinutes: day.overtimeWaitingMinutes,
    breakMinutes: day.breakMinutes,
    leaveMinutes: day.leaveMinutes,
    leaveDays: day.leaveDays,
    punches: day.punches.map((punch) => presentPunch(punch, day.timeZone)),
    flags: day.flags,
    locked,
  };
}

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
