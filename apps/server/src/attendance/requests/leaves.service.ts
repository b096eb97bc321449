import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Decide, Leave as LeaveMessage, LeaveCreate, Page, RequestQuery } from '@rollcall/contracts';
import { In, type EntityManager, type Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { PeopleService } from '../../people/people.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError, notFound } from '../../platform/domain-error.js';
import { pageByIdDescending } from '../../platform/http/paging.js';
import { actorOf, type Principal } from '../../platform/http/principal.js';
import { endMinutes, minutesOf } from '../shifts/shift-fields.js';
import {
  decided,
  decisionDetails,
  presentRequest,
  refuseAskedAlready,
  refuseOneself,
  requested,
} from './decide.js';
import { Leave } from './leave.entity.js';
import { RequestRecord } from './request-record.js';

@Injectable()
export class LeavesService {
  constructor(
    @InjectRepository(Leave) private readonly leaves: Repository<Leave>,
    private readonly people: PeopleService,
    private readonly record: RequestRecord,
    private readonly clock: Clock,
  ) {}

  list(query: RequestQuery): Promise<Page<LeaveMessage>> {
    const rows = this.leaves
      .createQueryBuilder('l')
      .innerJoin('l.person', 'p', 'p.erased_at IS NULL')
      .where('true');
    if (query.personId) rows.andWhere('l.person_id = :personId', query);
    if (query.status) rows.andWhere('l.status = :status', query);
    if (query.from) rows.andWhere('l.last_date >= :from', query);
    if (query.to) rows.andWhere('l.first_date <= :to', query);
    return pageByIdDescending(rows, query, present);
  }

  /** @throws DomainError LEAVE_TIMES, REQUEST_EXISTS */
  request(actor: string, fields: LeaveCreate): Promise<LeaveMessage> {
    const { start, end } = fields.kind === 'hours' ? fields : { start: null, end: null };
    if (start && start === end) throw noTime();
    return this.leaves.manager.transaction(async (manager) => {
      await this.people.lock(manager, fields.personId);
      const when = {
        personId: fields.personId,
        firstDate: fields.from,
        lastDate: fields.to ?? fields.from,
        kind: fields.kind,
        startMinute: start ? minutesOf(start) : null,
        endMinute: start && end ? endMinutes(start, end) : null,
      };
      const there = await manager.findBy(Leave, {
        personId: when.personId,
        firstDate: when.firstDate,
        lastDate: when.lastDate,
        status: In(['requested', 'approved']),
      });
      refuseAskedAlready(
        there.find(
          ({ kind, startMinute, endMinute }) =>
            kind === when.kind && startMinute === when.startMinute && endMinute === when.endMinute,
        ),
      );
      const leave = manager.create(Leave, {
        id: uuidv7(),
        ...when,
        type: fields.type,
        reason: fields.reason ?? null,
        ...requested(actor, this.clock.now()),
      });
      await this.keep(manager, actor, 'leave.request', leave);
      return present(leave);
    });
  }

  /** @throws DomainError OWN_REQUEST where the leave is of whoever decides; REQUEST_DECIDED */
  decide(sender: Principal, id: string, decision: Decide): Promise<LeaveMessage> {
    const actor = actorOf(sender);
    return this.leaves.manager.transaction(async (manager) => {
      const { personId } = await this.find(manager, id);
      refuseOneself(sender, await this.people.lock(manager, personId));
      const found = await this.find(manager, id);
      const details = decisionDetails(found, decision);
      const leave = decided(found, actor, decision, this.clock.now());
      if (leave) await this.keep(manager, actor, `leave.${decision.status}`, leave, details);
      return present(found);
    });
  }

  private async find(manager: EntityManager, id: string): Promise<Leave> {
    const found = await manager.findOneBy(Leave, { id });
    if (!found) throw notFound('leave');
    return found;
  }

  private keep(
    manager: EntityManager,
    actor: string,
    action: string,
    leave: Leave,
    details: Record<string, unknown> = {},
  ): Promise<void> {
    const { id, personId, firstDate: from, lastDate: to } = leave;
    const event = { actor, action, subject: `leave:${id}`, details };
    return this.record.keep(manager, { personId, from, to }, event, () => manager.save(Leave, leave));
  }
}

function noTime(): DomainError {
  const message = 'Leave of hours ends at another time than it begins. For a whole day ask for `full`.';
  return new DomainError('rule', 'LEAVE_TIMES', message, { errors: [{ path: 'end', message }] });
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const present = (leave: Leave): LeaveMessage => ({
  id: leave.id,
  personId: leave.personId,
  from: leave.firstDate,
  to: leave.lastDate,
  kind: leave.kind,
  start: leave.startMinute === null ? null : clock(leave.startMinute),
  end: leave.endMinute === null ? null : clock(leave.endMinute),
  type: leave.type,
  reason: leave.reason,
  ...presentRequest(leave),
});
