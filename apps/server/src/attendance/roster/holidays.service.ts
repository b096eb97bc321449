import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Holiday as HolidayMessage, HolidayCreate, HolidayQuery, Page } from '@rollcall/contracts';
import type { EntityManager, Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { violatesReference, violatesUnique } from '../../platform/database/constraint.js';
import { DomainError, notFound } from '../../platform/domain-error.js';
import { pageByIdDescending } from '../../platform/http/paging.js';
import { StaleDays } from '../days/stale-days.js';
import { LockedMonths } from '../periods/locked-months.js';
import { Holiday } from './holiday.entity.js';

@Injectable()
export class HolidaysService {
  constructor(
    @InjectRepository(Holiday) private readonly holidays: Repository<Holiday>,
    private readonly stale: StaleDays,
    private readonly locked: LockedMonths,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(query: HolidayQuery): Promise<Page<HolidayMessage>> {
    const rows = this.holidays.createQueryBuilder('h').where('true');
    if (query.siteId) rows.andWhere('(h.site_id = :siteId OR h.site_id IS NULL)', query);
    if (query.from) rows.andWhere('h.date >= :from', query);
    if (query.to) rows.andWhere('h.date <= :to', query);
    return pageByIdDescending(rows, query, present);
  }

  create(actor: string, { siteId = null, date, name }: HolidayCreate): Promise<HolidayMessage> {
    return this.change(async (manager) => {
      await this.locked.refuse(manager, date, date);
      const holiday = manager.create(Holiday, {
        id: uuidv7(),
        siteId,
        date,
        name,
        createdAt: this.clock.now(),
      });
      await manager.insert(Holiday, holiday);
      await this.note(manager, actor, 'holiday.create', holiday);
      return present(holiday);
    });
  }

  remove(actor: string, id: string): Promise<void> {
    return this.change(async (manager) => {
      const holiday = await manager.findOneBy(Holiday, { id });
      if (!holiday) throw notFound('holiday');
      await this.locked.refuse(manager, holiday.date, holiday.date);
      await this.note(manager, actor, 'holiday.delete', holiday);
      await manager.remove(Holiday, holiday);
    });
  }

  private async note(manager: EntityManager, actor: string, action: string, holiday: Holiday): Promise<void> {
    const { id, siteId, date } = holiday;
    await this.stale.ofSite(manager, siteId, date, date);
    await this.audit.record({ actor, action, subject: `holiday:${id}`, details: { siteId, date } }, manager);
  }

  private async change<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.holidays.manager.transaction(work);
    } catch (error) {
      if (violatesUnique(error, 'holidays_site_id_date_key'))
        throw new DomainError('conflict', 'HOLIDAY_TAKEN', 'There is a holiday on that day already.');
      if (violatesReference(error)) throw new DomainError('rule', 'SITE_NOT_FOUND', 'There is no such site.');
      throw error;
    }
  }
}

const present = (holiday: Holiday): HolidayMessage => ({
  id: holiday.id,
  siteId: holiday.siteId,
  date: holiday.date,
  name: holiday.name,
  createdAt: holiday.createdAt.toISOString(),
});
