import { Injectable } from '@nestjs/common';
import type { AttendanceDay, OvertimeDecision } from '@rollcall/contracts';
import { DataSource } from 'typeorm';
import { PeopleService } from '../../people/people.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { notFound } from '../../platform/domain-error.js';
import { actorOf, type Principal } from '../../platform/http/principal.js';
import { DaysService } from '../days/days.service.js';
import { refuseOneself } from './decide.js';
import { OvertimeApproval } from './overtime-approval.entity.js';
import { RequestRecord } from './request-record.js';

/** Says of the overtime of a day that it counts, as much as there is of it now, or that none does. */
@Injectable()
export class OvertimeService {
  constructor(
    private readonly source: DataSource,
    private readonly days: DaysService,
    private readonly people: PeopleService,
    private readonly record: RequestRecord,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError OWN_REQUEST where the day is of whoever decides */
  async decide(sender: Principal, { personId, date, approved }: OvertimeDecision): Promise<AttendanceDay> {
    refuseOneself(sender, await this.people.find(personId));
    const actor = actorOf(sender);
    const before = await this.days.day(personId, date);
    if (!before) throw notFound('day');
    const minutes = before.overtimeMinutes + before.overtimeWaitingMinutes;
    const action = approved ? 'overtime.approve' : 'overtime.refuse';
    const event = {
      actor,
      action,
      subject: `person:${personId}`,
      details: { date, ...(approved && { minutes }) },
    };
    const approval = { personId, date, minutes, approvedBy: actor, approvedAt: this.clock.now() };
    await this.source.transaction((manager) =>
      this.record.keep(manager, { personId, from: date, to: date }, event, () =>
        approved
          ? manager.upsert(OvertimeApproval, approval, ['personId', 'date'])
          : manager.delete(OvertimeApproval, { personId, date }),
      ),
    );
    return (await this.days.day(personId, date)) ?? before;
  }
}
