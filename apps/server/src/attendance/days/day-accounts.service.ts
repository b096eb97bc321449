import { Injectable } from '@nestjs/common';
import type { DayAccount, DayParam } from '@rollcall/contracts';
import { DataSource } from 'typeorm';
import { PeopleService } from '../../people/people.service.js';
import { notFound } from '../../platform/domain-error.js';
import { ShiftsService } from '../shifts/shifts.service.js';
import { presentReckoned } from './day-message.js';
import { DaysService } from './days.service.js';
import { presentPlan, presentStretch } from './plan-message.js';
import { Reckoner } from './reckoner.js';

/** Gives account of a day: what was planned, who was there, and why it is what it is. */
@Injectable()
export class DayAccountsService {
  constructor(
    private readonly source: DataSource,
    private readonly days: DaysService,
    private readonly reckoner: Reckoner,
    private readonly people: PeopleService,
    private readonly shifts: ShiftsService,
  ) {}

  /** @throws DomainError PERSON_NOT_FOUND, DAY_NOT_FOUND where it has not begun */
  async of({ personId, date }: DayParam): Promise<DayAccount> {
    await this.people.find(personId);
    const day = await this.days.day(personId, date);
    const [reckoned] = await this.reckoner.reckon(this.source.manager, [{ personId, from: date, to: date }]);
    if (!day || !reckoned) throw notFound('day');
    const ids = reckoned.day.territories.map(({ shift }) => shift.shiftId);
    return {
      day,
      plan: presentPlan(reckoned.day, await this.shifts.on(date, ids)),
      presence: reckoned.day.presence.map(presentStretch),
      holiday: reckoned.plan.holiday,
      overtimeApproved: reckoned.plan.overtimeApprovedMinutes > 0,
      unlocked: day.locked ? presentReckoned(personId, reckoned.day) : null,
    };
  }
}
