import { Injectable } from '@nestjs/common';
import type { ReportCharts, ReportChartsQuery } from '@rollcall/contracts';
import { DataSource } from 'typeorm';
import { DaysUpkeep } from '../attendance/days/days-upkeep.js';

/** What a dashboard draws of days: counted by the database, so that a year of thousands is a few lines. */
@Injectable()
export class ChartsService {
  constructor(
    private readonly source: DataSource,
    private readonly upkeep: DaysUpkeep,
  ) {}

  async charts(query: ReportChartsQuery): Promise<ReportCharts> {
    await this.upkeep.refresh(query);
    const parameters = [query.from, query.to, query.departmentId ?? null, query.siteId ?? null];
    const ask = <Row>(statement: string) => this.source.query<Row[]>(statement, parameters);
    const attendance = await ask<{ date: string; expected: number; present: number }>(ATTENDANCE);
    const lateness = await ask<ReportCharts['lateness'][number]>(LATENESS);
    const hours = await ask<ReportCharts['hours'][number]>(HOURS);
    return {
      attendance: attendance.map((day) => ({
        ...day,
        rate: day.expected > 0 ? day.present / day.expected : null,
      })),
      lateness,
      hours,
    };
  }
}

const DAYS = `
  FROM attendance_days d JOIN people p ON p.id = d.person_id AND p.erased_at IS NULL
  LEFT JOIN departments n ON n.id = d.department_id
  WHERE d.date BETWEEN $1 AND $2
    AND ($3::uuid IS NULL OR d.department_id = $3) AND ($4::uuid IS NULL OR d.site_id = $4)`;

/** Whoever had a shift is expected, unless on leave all day; a day that is not over says nothing yet. */
const ATTENDANCE = `
  SELECT d.date::text AS date,
    count(*) FILTER (WHERE d.due_minutes > 0 AND d.status NOT IN ('leave', 'holiday', 'rest'))::int AS expected,
    count(*) FILTER (WHERE d.due_minutes > 0 AND d.status IN ('present', 'late', 'half-day'))::int AS present
  ${DAYS} AND d.status <> 'pending' GROUP BY d.date ORDER BY d.date`;

const LATENESS = `
  SELECT w.weekday, coalesce(days, 0) AS days, coalesce(late, 0) AS late, coalesce(minutes, 0) AS "lateMinutes"
  FROM generate_series(1, 7) AS w (weekday)
  LEFT JOIN (
    SELECT extract(isodow FROM d.date)::int AS weekday,
      count(*) FILTER (WHERE d.first_in IS NOT NULL)::int AS days,
      count(*) FILTER (WHERE d.late_minutes > 0)::int AS late,
      sum(d.late_minutes)::int AS minutes
    ${DAYS} GROUP BY 1) AS counted USING (weekday)
  ORDER BY w.weekday`;

const HOURS = `
  SELECT n.id AS "departmentId", n.name AS department,
    sum(d.worked_minutes)::int AS "workedMinutes", sum(d.overtime_minutes)::int AS "overtimeMinutes"
  ${DAYS} GROUP BY n.id, n.name ORDER BY n.name NULLS LAST`;
