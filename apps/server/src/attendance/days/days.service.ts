import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { AttendanceDay as DayMessage, DayQuery, Page } from '@rollcall/contracts';
import type { LocalDate } from '@rollcall/attendance';
import type { Repository } from 'typeorm';
import { LockedMonths } from '../periods/locked-months.js';
import { AttendanceDay } from './attendance-day.entity.js';
import { cursorAt, placeIn } from './day-cursor.js';
import { presentDay, presentReckoned } from './day-message.js';
import { DaysUpkeep } from './days-upkeep.js';
import { Reckoner } from './reckoner.js';

@Injectable()
export class DaysService {
  constructor(
    @InjectRepository(AttendanceDay) private readonly days: Repository<AttendanceDay>,
    private readonly upkeep: DaysUpkeep,
    private readonly reckoner: Reckoner,
    private readonly locked: LockedMonths,
  ) {}

  /** By date and person. Days that have not begun are not among them. */
  async list(query: DayQuery): Promise<Page<DayMessage>> {
    const after = query.cursor === undefined ? null : placeIn(query.cursor);
    // The pages after the first are of the same days.
    if (!after) await this.upkeep.refresh(query);
    const rows = this.days
      .createQueryBuilder('d')
      .innerJoin('d.person', 'p', 'p.erased_at IS NULL')
      .where('d.date BETWEEN :from AND :to', query);
    if (query.personId) rows.andWhere('d.person_id = :personId', query);
    if (query.people) rows.andWhere('d.person_id IN (:...people)', query);
    if (query.departmentId) rows.andWhere('d.department_id = :departmentId', query);
    if (query.siteId) rows.andWhere('d.site_id = :siteId', query);
    if (after) rows.andWhere('(d.date, d.personId) > (:afterDate, :afterPerson)', after);
    const found = await rows
      .orderBy('d.date')
      .addOrderBy('d.person_id')
      .limit(query.limit + 1)
      .getMany();
    const shown = found.slice(0, query.limit);
    const last = found.length > query.limit ? shown.at(-1) : undefined;
    const locked = await this.locked.all();
    return {
      items: shown.map((day) => presentDay(day, locked.has(day.date.slice(0, 7)))),
      nextCursor: last ? cursorAt(last) : null,
    };
  }

  /** One day of somebody, as it is now, kept or not; null where it has not begun. */
  async day(personId: string, date: LocalDate): Promise<DayMessage | null> {
    const { items } = await this.list({ personId, from: date, to: date, limit: 1 });
    if (items[0]) return items[0];
    const [reckoned] = await this.reckoner.reckon(this.days.manager, [{ personId, from: date, to: date }]);
    return reckoned ? presentReckoned(personId, reckoned.day) : null;
  }
}
