import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@rollcall/attendance';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import type { ReckonedDay } from './reckoner.js';

/** Writes days that were reckoned. Those of a locked month stay, and say that something came too late for them. */
@Injectable()
export class DayKeeper {
  constructor(private readonly clock: Clock) {}

  async keep(manager: EntityManager, days: readonly ReckonedDay[]): Promise<void> {
    if (days.length === 0) return;
    const locked = await lockedMonths(manager);
    const rows = days.map(rowOf);
    const open = rows.filter(({ date }) => !locked.has(monthOf(date)));
    const late = rows.filter(({ date, punches }) => locked.has(monthOf(date)) && punches.length > 0);
    if (open.length > 0) await manager.query(UPSERT, [JSON.stringify(open), this.clock.now()]);
    if (late.length > 0) await manager.query(FLAG_LATE, [JSON.stringify(late), this.clock.now()]);
  }
}

const monthOf = (date: LocalDate) => date.slice(0, 7);

async function lockedMonths(manager: EntityManager): Promise<Set<string>> {
  const rows = await manager.query<{ month: string }[]>('SELECT month FROM attendance_locks');
  return new Set(rows.map(({ month }) => month));
}

const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

function rowOf({ personId, day, clockCorrected, departmentId, siteId }: ReckonedDay) {
  return {
    person_id: personId,
    date: day.date,
    department_id: departmentId,
    site_id: siteId,
    time_zone: day.timeZone,
    shift_id: day.shiftId,
    status: day.status,
    first_in: iso(day.firstIn),
    last_out: iso(day.lastOut),
    due_minutes: day.dueMinutes,
    worked_minutes: day.workedMinutes,
    late_minutes: day.lateMinutes,
    early_minutes: day.earlyMinutes,
    overtime_minutes: day.overtimeMinutes,
    overtime_waiting_minutes: day.overtimeWaitingMinutes,
    break_minutes: day.breakMinutes,
    leave_minutes: day.leaveMinutes,
    leave_days: day.leaveDays,
    punches: day.punches.map(({ punch, direction, ignored }) => [punch.id, punch.at, direction, ignored]),
    flags: clockCorrected ? [...day.flags, 'clock-corrected'] : day.flags,
    settled: day.settled,
  };
}

const COLUMNS = `person_id, date, department_id, site_id, time_zone, shift_id, status, first_in, last_out, due_minutes,
  worked_minutes, late_minutes, early_minutes, overtime_minutes, overtime_waiting_minutes, break_minutes, leave_minutes,
  leave_days, punches, flags, settled`;

const GIVEN = `json_to_recordset($1::json) AS d (
  person_id uuid, date date, department_id uuid, site_id uuid, time_zone text, shift_id uuid, status text,
  first_in timestamptz, last_out timestamptz, due_minutes int, worked_minutes int, late_minutes int,
  early_minutes int, overtime_minutes int, overtime_waiting_minutes int, break_minutes int, leave_minutes int, leave_days real, punches jsonb, flags text[],
  settled boolean)`;

const UPSERT = `
  INSERT INTO attendance_days (${COLUMNS}, reckoned_at)
  SELECT ${COLUMNS}, $2::timestamptz FROM ${GIVEN}
  ON CONFLICT (person_id, date) DO UPDATE SET
    (department_id, site_id, time_zone, shift_id, status, first_in, last_out, due_minutes, worked_minutes,
     late_minutes, early_minutes, overtime_minutes, overtime_waiting_minutes, break_minutes, leave_minutes, leave_days, punches,
     flags, settled, reckoned_at) =
    (EXCLUDED.department_id, EXCLUDED.site_id, EXCLUDED.time_zone, EXCLUDED.shift_id, EXCLUDED.status,
     EXCLUDED.first_in, EXCLUDED.last_out, EXCLUDED.due_minutes, EXCLUDED.worked_minutes, EXCLUDED.late_minutes,
     EXCLUDED.early_minutes, EXCLUDED.overtime_minutes,
     EXCLUDED.overtime_waiting_minutes, EXCLUDED.break_minutes, EXCLUDED.leave_minutes, EXCLUDED.leave_days,
     EXCLUDED.punches, EXCLUDED.flags, EXCLUDED.settled, EXCLUDED.reckoned_at)`;

/** A day that would read otherwise now is flagged; one that nobody had heard of when its month was locked is noted. */
const FLAG_LATE = `
  INSERT INTO attendance_days (${COLUMNS}, reckoned_at)
  SELECT person_id, date, department_id, site_id, time_zone, NULL, 'rest', NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    '[]'::jsonb, ARRAY['late-event'], true, $2::timestamptz
  FROM ${GIVEN}
  ON CONFLICT (person_id, date) DO UPDATE SET flags = array_append(attendance_days.flags, 'late-event'), settled = true
  WHERE NOT 'late-event' = ANY(attendance_days.flags) AND EXISTS (
    SELECT FROM ${GIVEN}
    WHERE d.person_id = attendance_days.person_id AND d.date = attendance_days.date AND (
      d.worked_minutes <> attendance_days.worked_minutes OR d.punches <> attendance_days.punches
      OR d.leave_minutes <> attendance_days.leave_minutes OR d.status <> attendance_days.status))`;
