import { Injectable } from '@nestjs/common';
import { addDays, MARGIN_DAYS, type LocalDate } from '@rollcall/attendance';
import type { EntityManager } from 'typeorm';

/** The last day of all: what changes from a day on. */
export const NO_END = '9999-12-01';

/** Those to whom, or to whose department, a shift was ever assigned. */
const ASSIGNED = `
  WITH own AS (
    SELECT person_id, department_id FROM shift_assignments
    WHERE shift_id = $1::uuid OR rotation -> 'shiftIds' @> to_jsonb($1::text))
  SELECT person_id FROM own WHERE person_id IS NOT NULL
  UNION SELECT p.person_id FROM own JOIN person_postings p ON p.department_id = own.department_id`;

/**
 * Says which days have to be reckoned again, in the transaction that changes what they follow from. The days around
 * them go along: whose punch is whose is settled between neighbours.
 */
@Injectable()
export class StaleDays {
  async ofPerson(
    manager: EntityManager,
    personId: string,
    from: LocalDate,
    to: LocalDate | null,
  ): Promise<void> {
    await this.mark(manager, 'SELECT $3::uuid', from, to, personId);
  }

  /** Of everybody who has ever belonged to a department. */
  async ofDepartment(
    manager: EntityManager,
    departmentId: string,
    from: LocalDate,
    to: LocalDate | null,
  ): Promise<void> {
    const people = 'SELECT DISTINCT person_id FROM person_postings WHERE department_id = $3';
    await this.mark(manager, people, from, to, departmentId);
  }

  /** Of everybody, or of those who have ever belonged to a site. */
  async ofSite(
    manager: EntityManager,
    siteId: string | null,
    from: LocalDate,
    to: LocalDate | null,
  ): Promise<void> {
    // Who belongs to no site works at the first one.
    const people = `SELECT DISTINCT person_id FROM person_postings
      WHERE $3::uuid IS NULL OR site_id = $3::uuid OR site_id IS NULL`;
    await this.mark(manager, people, from, to, siteId);
  }

  /** Of everybody who worked, or was meant to work, a shift: a day names only the first of several. */
  async ofShift(manager: EntityManager, shiftId: string, from: LocalDate): Promise<void> {
    await manager.query(
      `INSERT INTO attendance_stale (person_id, first_date, last_date)
       SELECT person_id, min(date) - $3::int, max(date) + $3::int FROM attendance_days
       WHERE shift_id = $1 AND date >= $2 GROUP BY person_id
       UNION ALL
       SELECT person_id, $2::date - $3::int, $4::date FROM (${ASSIGNED}) AS assigned`,
      [shiftId, from, MARGIN_DAYS, NO_END],
    );
  }

  private async mark(
    manager: EntityManager,
    people: string,
    from: LocalDate,
    to: LocalDate | null,
    whose: string | null,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO attendance_stale (person_id, first_date, last_date)
       SELECT p.person_id, $1::date, $2::date FROM (${people}) AS p (person_id)`,
      [addDays(from, -MARGIN_DAYS), to === null ? NO_END : addDays(to, MARGIN_DAYS), whose],
    );
  }
}
