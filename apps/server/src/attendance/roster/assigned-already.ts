import type { Rotation, ShiftAssignmentCreate } from '@rollcall/contracts';
import { IsNull, type EntityManager } from 'typeorm';
import { Department } from '../../people/department.entity.js';
import { Person } from '../../people/person.entity.js';
import { DomainError } from '../../platform/domain-error.js';
import { ShiftAssignment } from './shift-assignment.entity.js';

/**
 * Refuses what is assigned already: a form that was sent twice would be worked twice. What ends before the one that is
 * there is an exception to it, and is taken. Whoever it is for stays locked, so that of two at once one comes second.
 *
 * @throws DomainError ASSIGNMENT_EXISTS; PERSON_NOT_FOUND or DEPARTMENT_NOT_FOUND where it is for nobody
 */
export async function refuseAssignedAlready(
  manager: EntityManager,
  { personId, departmentId, shiftId, from, to, weekdays, rotation }: ShiftAssignmentCreate,
): Promise<void> {
  const lock = { mode: 'pessimistic_write' } as const;
  if (personId && !(await manager.findOne(Person, { where: { id: personId, erasedAt: IsNull() }, lock })))
    throw new DomainError('rule', 'PERSON_NOT_FOUND', 'There is no such person.');
  if (departmentId && !(await manager.findOne(Department, { where: { id: departmentId }, lock })))
    throw new DomainError('rule', 'DEPARTMENT_NOT_FOUND', 'There is no such department.');
  const whose = personId ? { personId } : { departmentId: departmentId! };
  const there = await manager.findBy(ShiftAssignment, { ...whose, shiftId, validFrom: from });
  const same = there.find(
    (each) =>
      each.weekdays.some((weekday) => weekdays.includes(weekday)) &&
      sameTurns(each.rotation, rotation ?? null) &&
      (!to || (each.validTo !== null && each.validTo <= to)),
  );
  if (!same) return;
  throw new DomainError(
    'conflict',
    'ASSIGNMENT_EXISTS',
    `This shift is assigned already from ${from} on (assignment ${same.id}). End that one, or delete it first.`,
  );
}

/** Rotations come back from the database with their fields in another order. */
const sameTurns = (a: Rotation | null, b: Rotation | null): boolean =>
  a === null || b === null
    ? a === b
    : a.unit === b.unit && JSON.stringify(a.shiftIds) === JSON.stringify(b.shiftIds);
