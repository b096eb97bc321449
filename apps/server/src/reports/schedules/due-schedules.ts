import { Injectable, Logger } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { ReportSchedule } from './report-schedule.entity.js';
import { zoneOf } from './schedules.service.js';
import { nextTime, periodBefore } from './timing.js';

/** Some twenty minutes: longer than a mail server takes to start again, or makes a stranger wait. */
const ATTEMPTS = 12;

/**
 * Every minute, what is due becomes a job. Of several servers one takes a schedule: its row is locked, moved on to its
 * next time, and its job added, all or nothing. What was missed while nobody ran is mailed once.
 */
@Injectable()
export class DueSchedules {
  private readonly log = new Logger('Reports');

  constructor(
    private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  @Cron(CronExpression.EVERY_MINUTE)
  async look(): Promise<void> {
    try {
      while (await this.source.transaction((manager) => this.takeOne(manager)));
    } catch (error) {
      this.log.warn(`Schedules of reports could not be looked at: ${(error as Error).message}`);
    }
  }

  private async takeOne(manager: EntityManager): Promise<boolean> {
    const now = this.clock.now();
    const schedule = await manager
      .createQueryBuilder(ReportSchedule, 's')
      .where('s.next_at <= :now', { now })
      .orderBy('s.next_at')
      .limit(1)
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getOne();
    if (!schedule) return false;
    const due = schedule.nextAt;
    const zone = await zoneOf(manager, schedule.siteId);
    const period = periodBefore(schedule.every, zone.dateAt(due.getTime()));
    const nextAt = new Date(nextTime(schedule, now.getTime(), zone));
    await manager.update(ReportSchedule, { id: schedule.id }, { nextAt });
    const payload = { scheduleId: schedule.id, due: due.toISOString(), ...period };
    const options = { manager, maxAttempts: ATTEMPTS };
    await this.jobs.enqueue(schedule.createdBy, 'reports.mail', payload, options);
    return true;
  }
}
