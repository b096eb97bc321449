import { Injectable } from '@nestjs/common';
import type { AttendancePeriod } from '@rollcall/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { SitesService } from '../../people/sites.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import { DaysUpkeep } from '../days/days-upkeep.js';
import { AttendanceLock } from './attendance-lock.entity.js';
import { daysOf, openStretches } from './month-days.js';
import { monthSummaries } from './month-summaries.js';

/** Locks months, so that what was paid stays as it was paid. */
@Injectable()
export class PeriodsService {
  constructor(
    private readonly source: DataSource,
    private readonly upkeep: DaysUpkeep,
    private readonly sites: SitesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Months that have days, the latest first. Those that are not locked are told as they are, whoever looked at them. */
  async list(): Promise<AttendancePeriod[]> {
    for (const stretch of await openStretches(this.source.manager, this.upkeep.lastDay()))
      await this.upkeep.refresh(stretch);
    return monthSummaries(this.source.manager, null);
  }

  /** @throws DomainError PERIOD_NOT_BEGUN */
  async lock(actor: string, month: string): Promise<AttendancePeriod> {
    const { from, to } = daysOf(month);
    if (from > (await this.sites.begunEverywhere()))
      throw new DomainError(
        'rule',
        'PERIOD_NOT_BEGUN',
        `${month} has not begun at every site. Lock it when it is over.`,
      );
    await this.upkeep.refresh({ from, to });
    await this.source.transaction(async (manager) => {
      const made = await manager.query<unknown[]>(
        `INSERT INTO attendance_locks (month, locked_by, locked_at) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING RETURNING month`,
        [month, actor, this.clock.now()],
      );
      if (made.length > 0) await this.note(manager, actor, 'attendance.lock', month);
    });
    return this.summary(month);
  }

  /** What came too late for the days of the month counts from now on. @throws DomainError PERIOD_NOT_LOCKED */
  async unlock(actor: string, month: string, reason: string): Promise<AttendancePeriod> {
    const { from, to } = daysOf(month);
    await this.source.transaction(async (manager) => {
      const { affected } = await manager.delete(AttendanceLock, { month });
      if (!affected) throw new DomainError('conflict', 'PERIOD_NOT_LOCKED', `${month} is not locked.`);
      await manager.query(
        `INSERT INTO attendance_stale (person_id, first_date, last_date)
         SELECT DISTINCT person_id, $1::date, $2::date FROM attendance_days WHERE date BETWEEN $1 AND $2`,
        [from, to],
      );
      await this.note(manager, actor, 'attendance.unlock', month, { reason });
    });
    await this.upkeep.refresh({ from, to });
    return this.summary(month);
  }

  private async summary(month: string): Promise<AttendancePeriod> {
    const [summary] = await monthSummaries(this.source.manager, month);
    return summary!;
  }

  private note(
    manager: EntityManager,
    actor: string,
    action: string,
    month: string,
    details?: { reason: string },
  ) {
    return this.audit.record(
      { actor, action, subject: `month:${month}`, ...(details && { details }) },
      manager,
    );
  }
}
