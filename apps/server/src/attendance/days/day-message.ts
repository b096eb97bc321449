import type { AttendanceDay as DayMessage, DayPunch } from '@rollcall/contracts';
import { CORRECTED_IN, CORRECTED_OUT } from '@rollcall/attendance';
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
    breakMinutes: day.breakMinutes,
    leaveMinutes: day.leaveMinutes,
    punches: day.punches.map((punch) => presentPunch(punch, day.timeZone)),
    flags: day.flags,
    locked,
  };
}

function presentPunch([id, at, direction, ignored]: KeptPunch, timeZone: string): DayPunch {
  const instant = new Date(at);
  return {
    id,
    checkInId: id === CORRECTED_IN || id === CORRECTED_OUT ? null : id,
    at: instant.toISOString(),
    localTime: localTime(instant, timeZone),
    direction,
    ignored: ignored as DayPunch['ignored'],
  };
}
