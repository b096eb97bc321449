import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type {
  Correction as CorrectionMessage,
  CorrectionCreate,
  Decide,
  Page,
  RequestQuery,
} from '@rollcall/contracts';
import { In, type EntityManager, type Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { PeopleService } from '../../people/people.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError, notFound } from '../../platform/domain-error.js';
import { pageByIdDescending } from '../../platform/http/paging.js';
import { actorOf, type Principal } from '../../platform/http/principal.js';
import { DaysService } from '../days/days.service.js';
import { correctedTimes, type CorrectedTimes } from './corrected-times.js';
import { Correction } from './correction.entity.js';
import {
  decided,
  decisionDetails,
  presentRequest,
  refuseAskedAlready,
  refuseOneself,
  requested,
} from './decide.js';
import { RequestRecord } from './request-record.js';

@Injectable()
export class CorrectionsService {
  constructor(
    @InjectRepository(Correction) private readonly corrections: Repository<Correction>,
    private readonly people: PeopleService,
    private readonly days: DaysService,
    private readonly record: RequestRecord,
    private readonly clock: Clock,
  ) {}

  list(query: RequestQuery): Promise<Page<CorrectionMessage>> {
    const rows = this.corrections
      .createQueryBuilder('c')
      .innerJoin('c.person', 'p', 'p.erased_at IS NULL')
      .where('true');
    if (query.personId) rows.andWhere('c.person_id = :personId', query);
    if (query.status) rows.andWhere('c.status = :status', query);
    if (query.from) rows.andWhere('c.date >= :from', query);
    if (query.to) rows.andWhere('c.date <= :to', query);
    return pageByIdDescending(rows, query, present);
  }

  async request(actor: string, fields: CorrectionCreate): Promise<CorrectionMessage> {
    await this.people.find(fields.personId);
    const before = await this.days.day(fields.personId, fields.date);
    if (!before)
      throw new DomainError('rule', 'DAY_NOT_BEGUN', 'That day has not begun. Correct it when it is over.');
    const times = correctedTimes(fields, before.timeZone, before.firstIn);
    return this.corrections.manager.transaction(async (manager) => {
      await this.people.lock(manager, fields.personId);
      const there = await manager.findBy(Correction, {
        personId: fields.personId,
        date: fields.date,
        status: In(['requested', 'approved']),
      });
      // Of two that wait for one day nobody could say which was meant.
      refuseAskedAlready(there.find((each) => each.status === 'requested' || sameTimes(each, times)));
      const correction = manager.create(Correction, {
        id: uuidv7(),
        personId: fields.personId,
        date: fields.date,
        ...times,
        reason: fields.reason,
        before,
        ...requested(actor, this.clock.now()),
      });
      await this.keep(manager, actor, 'correction.request', correction);
      return present(correction);
    });
  }

  /** @throws DomainError OWN_REQUEST where whoever decides asked for it, or it is about them; REQUEST_DECIDED */
  decide(sender: Principal, id: string, decision: Decide): Promise<CorrectionMessage> {
    const actor = actorOf(sender);
    return this.corrections.manager.transaction(async (manager) => {
      const { personId, requestedBy } = await this.find(manager, id);
      if (requestedBy === actor)
        throw new DomainError(
          'forbidden',
          'OWN_REQUEST',
          'You asked for this yourself: another person decides.',
        );
      refuseOneself(sender, await this.people.lock(manager, personId));
      const found = await this.find(manager, id);
      const details = decisionDetails(found, decision);
      const correction = decided(found, actor, decision, this.clock.now());
      if (correction) await this.keep(manager, actor, `correction.${decision.status}`, correction, details);
      return present(found);
    });
  }

  private async find(manager: EntityManager, id: string): Promise<Correction> {
    const found = await manager.findOneBy(Correction, { id });
    if (!found) throw notFound('correction');
    return found;
  }

  private keep(
    manager: EntityManager,
    actor: string,
    action: string,
    correction: Correction,
    details: Record<string, unknown> = {},
  ): Promise<void> {
    const { id, personId, date } = correction;
    const event = { actor, action, subject: `correction:${id}`, details };
    return this.record.keep(manager, { personId, from: date, to: date }, event, () =>
      manager.save(Correction, correction),
    );
  }
}

const sameTimes = (a: CorrectedTimes, b: CorrectedTimes): boolean =>
  a.inAt?.getTime() === b.inAt?.getTime() && a.outAt?.getTime() === b.outAt?.getTime();

const present = (correction: Correction): CorrectionMessage => ({
  id: correction.id,
  personId: correction.personId,
  date: correction.date,
  in: correction.inAt?.toISOString() ?? null,
  out: correction.outAt?.toISOString() ?? null,
  reason: correction.reason,
  before: correction.before,
  ...presentRequest(correction),
});
