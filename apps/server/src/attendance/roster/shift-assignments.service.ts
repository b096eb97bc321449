import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type {
  Page,
  ShiftAssignment as AssignmentMessage,
  ShiftAssignmentCreate,
  ShiftAssignmentQuery,
} from '@rollcall/contracts';
import { addDays, type LocalDate } from '@rollcall/attendance';
import { In, type EntityManager, type Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { violatesReference } from '../../platform/database/constraint.js';
import { DomainError, notFound } from '../../platform/domain-error.js';
import { pageByIdDescending } from '../../platform/http/paging.js';
import { NO_END, StaleDays } from '../days/stale-days.js';
import { LockedMonths } from '../periods/locked-months.js';
import { Shift } from '../shifts/shift.entity.js';
import { refuseAssignedAlready } from './assigned-already.js';
import { ShiftAssignment } from './shift-assignment.entity.js';

@Injectable()
export class ShiftAssignmentsService {
  constructor(
    @InjectRepository(ShiftAssignment) private readonly assignments: Repository<ShiftAssignment>,
    private readonly stale: StaleDays,
    private readonly locked: LockedMonths,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(query: ShiftAssignmentQuery): Promise<Page<AssignmentMessage>> {
    const rows = this.assignments.createQueryBuilder('a').where('true');
    if (query.personId) rows.andWhere('a.person_id = :personId', query);
    if (query.departmentId) rows.andWhere('a.department_id = :departmentId', query);
    if (query.shiftId) rows.andWhere('a.shift_id = :shiftId', query);
    return pageByIdDescending(rows, query, present);
  }

  /** @throws DomainError PERIOD_LOCKED where it reaches into a locked month; ASSIGNMENT_EXISTS */
  create(actor: string, fields: ShiftAssignmentCreate): Promise<AssignmentMessage> {
    return this.change(async (manager) => {
      await this.locked.refuse(
        manager,
        fields.from,
        fields.to ?? NO_END,
        'Let the assignment begin after it.',
      );
      await refuseUnknownShifts(manager, fields);
      await refuseAssignedAlready(manager, fields);
      const assignment = manager.create(ShiftAssignment, {
        id: uuidv7(),
        personId: fields.personId ?? null,
        departmentId: fields.departmentId ?? null,
        shiftId: fields.shiftId,
        validFrom: fields.from,
        validTo: fields.to ?? null,
        weekdays: fields.weekdays,
        rotation: fields.rotation ?? null,
        createdAt: this.clock.now(),
      });
      await manager.insert(ShiftAssignment, assignment);
      await this.note(manager, actor, 'shift-assignment.create', assignment, fields.from, assignment.validTo);
      return present(assignment);
    });
  }

  /** Ends it with a day, or lets it go on. @throws DomainError PERIOD_LOCKED where days of a locked month change */
  end(actor: string, id: string, to: LocalDate | null): Promise<AssignmentMessage> {
    return this.change(async (manager) => {
      const assignment = await this.find(manager, id);
      if (to !== null && to < assignment.validFrom)
        throw new DomainError(
          'rule',
          'ENDS_BEFORE_IT_BEGINS',
          'It would end before it begins. Delete it instead.',
        );
      const [kept, reached] = [assignment.validTo ?? NO_END, to ?? NO_END].sort() as [LocalDate, LocalDate];
      if (kept === reached) return present(assignment);
      const instead = 'Let it end with the last day of that month, or after it.';
      await this.locked.refuse(manager, addDays(kept, 1), reached, instead);
      assignment.validTo = to;
      await manager.save(ShiftAssignment, assignment);
      await this.note(manager, actor, 'shift-assignment.end', assignment, kept, null);
      return present(assignment);
    });
  }

  /** As if it had never been. @throws DomainError PERIOD_LOCKED where it reaches into a locked month */
  remove(actor: string, id: string): Promise<void> {
    return this.change(async (manager) => {
      const assignment = await this.find(manager, id);
      const { validFrom, validTo } = assignment;
      const instead = 'To end the assignment, PATCH it with its last day as `to`.';
      await this.locked.refuse(manager, validFrom, validTo ?? NO_END, instead);
      await this.note(manager, actor, 'shift-assignment.delete', assignment, validFrom, validTo);
      await manager.remove(ShiftAssignment, assignment);
    });
  }

  private async find(manager: EntityManager, id: string): Promise<ShiftAssignment> {
    const assignment = await manager.findOneBy(ShiftAssignment, { id });
    if (!assignment) throw notFound('shift assignment');
    return assignment;
  }

  private async note(
    manager: EntityManager,
    actor: string,
    action: string,
    { id, personId, departmentId }: ShiftAssignment,
    from: LocalDate,
    to: LocalDate | null,
  ): Promise<void> {
    if (personId) await this.stale.ofPerson(manager, personId, from, to);
    if (departmentId) await this.stale.ofDepartment(manager, departmentId, from, to);
    await this.audit.record(
      { actor, action, subject: `shift-assignment:${id}`, details: { from, to } },
      manager,
    );
  }

  private async change<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.assignments.manager.transaction(work);
    } catch (error) {
      if (violatesReference(error, 'shift_assignments_shift_id_fkey')) throw noShift();
      throw error;
    }
  }
}

const noShift = () => new DomainError('rule', 'SHIFT_NOT_FOUND', 'There is no such shift.');

async function refuseUnknownShifts(
  manager: EntityManager,
  { rotation }: ShiftAssignmentCreate,
): Promise<void> {
  const ids = [...new Set((rotation?.shiftIds ?? []).filter((id) => id !== null))];
  if (ids.length > 0 && (await manager.countBy(Shift, { id: In(ids) })) < ids.length) throw noShift();
}

const present = (assignment: ShiftAssignment): AssignmentMessage => ({
  id: assignment.id,
  personId: assignment.personId,
  departmentId: assignment.departmentId,
  shiftId: assignment.shiftId,
  from: assignment.validFrom,
  to: assignment.validTo,
  weekdays: assignment.weekdays,
  rotation: assignment.rotation,
  createdAt: assignment.createdAt.toISOString(),
});
