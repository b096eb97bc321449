import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { checkInsOf, packedDay, unpacked, type Kiosks, type PackedDay } from './day-rows.js';
import type { DayFilter, Member, PersonDays } from './person-days.js';

/** People whose days are read with one statement. */
const PAGE = 200;
/** With punches there is ten times as much to a person. */
const PAGE_WITH_PUNCHES = 50;

interface PackedPerson {
  readonly person_id: string;
  readonly department_id: string | null;
  readonly days: PackedDay[];
}

/**
 * Reads days in the order of a report: by department, number and date. Whose days there are is read at once, a line for
 * each person; the days themselves come in pages, each by a statement of its own: a reader who is slow holds neither a
 * connection nor a transaction, and never more than a page.
 */
@Injectable()
export class DayPages {
  constructor(private readonly source: DataSource) {}

  /** Those who have days of these kinds. */
  async members(filter: DayFilter): Promise<Member[]> {
    const rows = await this.source.query<
      {
        id: string;
        employee_no: string;
        name: string;
        department_id: string | null;
        department: string | null;
      }[]
    >(MEMBERS, parametersOf(filter));
    return rows.map((row) => ({
      personId: row.id,
      employeeNo: row.employee_no,
      name: row.name,
      departmentId: row.department_id,
      department: row.department,
    }));
  }

  async *pages(
    filter: DayFilter,
    members: readonly Member[],
    withPunches: boolean,
  ): AsyncGenerator<PersonDays[]> {
    const size = withPunches ? PAGE_WITH_PUNCHES : PAGE;
    for (let i = 0; i < members.length; i += size)
      yield this.page(filter, members.slice(i, i + size), withPunches);
  }

  private async page(
    filter: DayFilter,
    members: readonly Member[],
    withPunches: boolean,
  ): Promise<PersonDays[]> {
    const people = [...new Set(members.map(({ personId }) => personId))];
    const rows = await this.source.query<PackedPerson[]>(daysStatement(withPunches), [
      ...parametersOf(filter),
      people,
    ]);
    const kiosks = withPunches ? await this.kiosks(rows.flatMap(({ days }) => checkInsOf(days))) : new Map();
    const byMember = new Map(rows.map((row) => [keyOf(row.person_id, row.department_id), row.days]));
    return members.map((member) => ({
      member,
      days: (byMember.get(keyOf(member.personId, member.departmentId)) ?? []).map((day) =>
        unpacked(day, kiosks),
      ),
    }));
  }

  private async kiosks(checkIns: readonly string[]): Promise<Kiosks> {
    const rows = await this.source.query<{ name: string; site: string; check_ins: string[] }[]>(KIOSKS, [
      checkIns,
    ]);
    return new Map(
      rows.flatMap(({ name, site, check_ins }) => check_ins.map((id) => [id, { name, site }] as const)),
    );
  }
}

const keyOf = (personId: string, departmentId: string | null) => `${personId} ${departmentId}`;

const parametersOf = ({ from, to, departmentId, siteId, personId }: DayFilter) => [
  from,
  to,
  departmentId ?? null,
  siteId ?? null,
  personId ?? null,
];

const WANTED = `d.date BETWEEN $1 AND $2
  AND ($3::uuid IS NULL OR d.department_id = $3)
  AND ($4::uuid IS NULL OR d.site_id = $4)
  AND ($5::uuid IS NULL OR d.person_id = $5)`;

const MEMBERS = `
  SELECT p.id, p.employee_no, p.name, n.id AS department_id, n.name AS department
  FROM (SELECT DISTINCT d.person_id, d.department_id FROM attendance_days d WHERE ${WANTED}) AS found
  JOIN people p ON p.id = found.person_id AND p.erased_at IS NULL
  LEFT JOIN departments n ON n.id = found.department_id
  GROUP BY p.id, n.id
  ORDER BY n.name NULLS LAST, n.id, p.employee_no, p.id`;

const daysStatement = (withPunches: boolean) => `
  SELECT d.person_id, n.id AS department_id, json_agg(${packedDay(withPunches)} ORDER BY d.date) AS days
  FROM attendance_days d
  LEFT JOIN departments n ON n.id = d.department_id
  WHERE ${WANTED} AND d.person_id = ANY($6)
  GROUP BY d.person_id, n.id`;

const KIOSKS = `
  SELECT d.name, s.name AS site, json_agg(c.id) AS check_ins
  FROM check_ins c JOIN devices d ON d.id = c.device_id JOIN sites s ON s.id = c.site_id
  WHERE c.id = ANY($1) GROUP BY d.id, d.name, s.name`;
