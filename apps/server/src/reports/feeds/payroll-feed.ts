import { Injectable } from '@nestjs/common';
import type { Page, PayrollDay, PayrollFeedQuery } from '@rollcall/contracts';
import { DataSource } from 'typeorm';
import { cursorAt, placeIn } from '../../attendance/days/day-cursor.js';
import { DaysUpkeep } from '../../attendance/days/days-upkeep.js';

/** Days as a payroll system takes them, by date and person, page by page. */
@Injectable()
export class PayrollFeed {
  constructor(
    private readonly source: DataSource,
    private readonly upkeep: DaysUpkeep,
  ) {}

  async list(query: PayrollFeedQuery): Promise<Page<PayrollDay>> {
    const after = query.cursor === undefined ? null : placeIn(query.cursor);
    // The pages after the first are of the same days.
    if (!after) await this.upkeep.refresh(query);
    const rows = await this.source.query<PayrollDay[]>(DAYS, [
      query.from,
      query.to,
      query.departmentId ?? null,
      query.siteId ?? null,
      query.personId ?? null,
      after?.afterDate ?? null,
      after?.afterPerson ?? null,
      query.limit + 1,
    ]);
    const items = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last ? cursorAt(last) : null };
  }
}

const DAYS = `
  SELECT d.person_id || ':' || d.date AS id, d.person_id AS "personId", p.employee_no AS "employeeNo",
    d.department_id AS "departmentId", d.site_id AS "siteId", d.date::text AS date, d.status,
    d.due_minutes AS "dueMinutes", d.worked_minutes AS "workedMinutes",
    d.worked_minutes - d.overtime_minutes - d.overtime_waiting_minutes AS "regularMinutes",
    d.overtime_minutes AS "overtimeMinutes", d.overtime_waiting_minutes AS "overtimeWaitingMinutes",
    d.leave_minutes AS "leaveMinutes", d.leave_days AS "leaveDays", d.break_minutes AS "breakMinutes", d.late_minutes AS "lateMinutes",
    d.early_minutes AS "earlyMinutes",
    EXISTS (SELECT FROM attendance_locks l WHERE l.month = to_char(d.date, 'YYYY-MM')) AS locked
  FROM attendance_days d JOIN people p ON p.id = d.person_id AND p.erased_at IS NULL
  WHERE d.date BETWEEN $1 AND $2
    AND ($3::uuid IS NULL OR d.department_id = $3)
    AND ($4::uuid IS NULL OR d.site_id = $4)
    AND ($5::uuid IS NULL OR d.person_id = $5)
    AND ($6::date IS NULL OR (d.date, d.person_id) > ($6, $7::uuid))
  ORDER BY d.date, d.person_id LIMIT $8`;
