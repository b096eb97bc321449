import { Injectable } from '@nestjs/common';
import type { Assignment, LocalDate } from '@rollcall/attendance';
import { Between, In, IsNull, LessThanOrEqual, MoreThanOrEqual, Or, type EntityManager } from 'typeorm';
import { PersonPosting } from '../../people/person-posting.entity.js';
import { SiteZone } from '../../people/site-zone.entity.js';
import { Correction } from '../requests/correction.entity.js';
import { Leave } from '../requests/leave.entity.js';
import { OvertimeApproval } from '../requests/overtime-approval.entity.js';
import { Holiday } from '../roster/holiday.entity.js';
import { ShiftAssignment } from '../roster/shift-assignment.entity.js';
import { ShiftVersion } from '../shifts/shift-version.entity.js';
import { rulesOf } from '../shifts/shift-fields.js';
import { Dated, grouped } from './dated.js';

/** Everything that decides what some people were meant to do in some time. */
export interface RosterPage {
  readonly postings: ReadonlyMap<string, Dated<PersonPosting>>;
  readonly own: ReadonlyMap<string, readonly Assignment[]>;
  readonly ofDepartment: ReadonlyMap<string, readonly Assignment[]>;
  readonly rules: ReadonlyMap<string, Dated<ReturnType<typeof rulesOf>>>;
  readonly zones: ReadonlyMap<string, Dated<string>>;
  readonly holidays: readonly Holiday[];
  readonly leaves: ReadonlyMap<string, readonly Leave[]>;
  readonly corrections: ReadonlyMap<string, readonly Correction[]>;
  /** Approved minutes by person and date. */
  readonly overtime: ReadonlyMap<string, number>;
}

/** Reads what decides about days, for many people at once: as many statements for five hundred as for one. */
@Injectable()
export class RosterBook {
  async open(
    manager: EntityManager,
    people: readonly string[],
    from: LocalDate,
    to: LocalDate,
  ): Promise<RosterPage> {
    const personId = In([...people]);
    const postings = await manager.findBy(PersonPosting, { personId });
    const departments = [...new Set(postings.flatMap(({ departmentId }) => departmentId ?? []))];
    const valid = { validFrom: LessThanOrEqual(to), validTo: Or(IsNull(), MoreThanOrEqual(from)) };
    const assignments = await manager.find(ShiftAssignment, {
      where: [
        { personId, ...valid },
        { departmentId: In(departments), ...valid },
      ],
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const versions = await manager.find(ShiftVersion);
    const zones = await manager.find(SiteZone);
    const holidays = await manager.findBy(Holiday, { date: Between(from, to) });
    const approved = { personId, status: 'approved' as const };
    const leaves = await manager.find(Leave, {
      where: { ...approved, firstDate: LessThanOrEqual(to), lastDate: MoreThanOrEqual(from) },
      order: { decidedAt: 'ASC', id: 'ASC' },
    });
    const corrections = await manager.find(Correction, {
      where: { ...approved, date: Between(from, to) },
      order: { decidedAt: 'ASC', id: 'ASC' },
    });
    const overtime = await manager.findBy(OvertimeApproval, { personId, date: Between(from, to) });
    return {
      postings: datedBy(
        postings,
        (each) => each.personId,
        (each) => each,
      ),
      own: grouped(assignments, (each) => each.personId, assignmentOf),
      ofDepartment: grouped(assignments, (each) => each.departmentId, assignmentOf),
      rules: datedBy(
        versions,
        (each) => each.shiftId,
        ({ rules }) => rulesOf(rules),
      ),
      zones: datedBy(
        zones,
        (each) => each.siteId,
        ({ timeZone }) => timeZone,
      ),
      holidays,
      leaves: grouped(
        leaves,
        (each) => each.personId,
        (each) => each,
      ),
      corrections: grouped(
        corrections,
        (each) => each.personId,
        (each) => each,
      ),
      overtime: new Map(
        overtime.map(({ personId: whose, date, minutes }) => [`${whose} ${date}`, minutes ?? Infinity]),
      ),
    };
  }
}

const assignmentOf = ({ shiftId, validFrom, validTo, weekdays, rotation }: ShiftAssignment): Assignment => ({
  shiftId,
  from: validFrom,
  to: validTo,
  weekdays,
  rotation,
});

function datedBy<Row extends { validFrom: string }, Value>(
  rows: readonly Row[],
  key: (row: Row) => string,
  value: (row: Row) => Value,
): Map<string, Dated<Value>> {
  const byKey = grouped(rows, key, (row) => ({ from: row.validFrom, value: value(row) }));
  return new Map([...byKey].map(([name, versions]) => [name, new Dated(versions)]));
}
