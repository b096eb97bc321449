import { Injectable } from '@nestjs/common';
import { datesBetween, type DayPlan, type LocalDate } from '@rollcall/attendance';
import type { Page, RosterDay, RosterQuery, RosterRow } from '@rollcall/contracts';
import { DataSource } from 'typeorm';
import { PeopleService } from '../../people/people.service.js';
import { SitesService } from '../../people/sites.service.js';
import { planDay, type PlannedDay } from '../days/day-plans.js';
import { RosterBook } from '../days/roster-book.js';

/** What people are meant to do, day by day. Unlike days it reaches into what has not begun. */
@Injectable()
export class RosterService {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleService,
    private readonly sites: SitesService,
    private readonly book: RosterBook,
  ) {}

  async list({ from, to, ...query }: RosterQuery): Promise<Page<RosterRow>> {
    const people = await this.people.list({ ...query, status: 'active' });
    const ids = people.items.map(({ id }) => id);
    const page = await this.book.open(this.source.manager, ids, from, to);
    const usualSite = await this.sites.first(this.source.manager);
    const dates = datesBetween(from, to);
    return {
      ...people,
      items: people.items.map(({ id, name, employeeNo, departmentId }) => ({
        person: { id, name, employeeNo },
        departmentId,
        days: dates.map((date) => present(planDay(page, id, date, usualSite))),
      })),
    };
  }

  /** What somebody is meant to do on each of these days. */
  async plans(personId: string, from: LocalDate, to: LocalDate): Promise<DayPlan[]> {
    const page = await this.book.open(this.source.manager, [personId], from, to);
    const usualSite = await this.sites.first(this.source.manager);
    return datesBetween(from, to).map((date) => planDay(page, personId, date, usualSite).plan);
  }
}

const present = ({ plan, level }: PlannedDay): RosterDay => ({
  date: plan.date,
  shiftIds: plan.shifts.map(({ shiftId }) => shiftId),
  level,
  holiday: plan.holiday,
  leave: plan.leaves.length === 0 ? null : plan.leaves.some(({ kind }) => kind === 'full') ? 'full' : 'part',
});
