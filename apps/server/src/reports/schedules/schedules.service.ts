import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Zone } from '@rollcall/attendance';
import type {
  MailFailure,
  PageQuery,
  ReportSchedule as Message,
  ReportScheduleCreate,
  ReportSchedulePage,
} from '@rollcall/contracts';
import type { EntityManager, Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { violatesReference } from '../../platform/database/constraint.js';
import { DomainError, notFound } from '../../platform/domain-error.js';
import { pageByIdDescending } from '../../platform/http/paging.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { mailNotSetUp } from '../../platform/mail/smtp-mailer.js';
import { ReportSchedule } from './report-schedule.entity.js';
import { failuresOf } from './mail-failures.js';
import { nextTime } from './timing.js';

@Injectable()
export class SchedulesService {
  constructor(
    @InjectRepository(ReportSchedule) private readonly schedules: Repository<ReportSchedule>,
    private readonly mailer: Mailer,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(query: PageQuery): Promise<ReportSchedulePage> {
    const rows = this.schedules.createQueryBuilder('s');
    const { items, nextCursor } = await pageByIdDescending(rows, query, (row) => row);
    const failures = await failuresOf(
      this.schedules.manager,
      items.map(({ id }) => id),
    );
    return {
      items: items.map((schedule) => present(schedule, failures.get(schedule.id))),
      nextCursor,
      mailIsSetUp: this.mailer.isSetUp,
    };
  }

  /** @throws DomainError MAIL_NOT_SET_UP, SITE_NOT_FOUND, DEPARTMENT_NOT_FOUND */
  async create(actor: string, fields: ReportScheduleCreate): Promise<Message> {
    if (!this.mailer.isSetUp) throw mailNotSetUp();
    return this.write(async (manager) => {
      const now = this.clock.now();
      const zone = await zoneOf(manager, fields.siteId);
      const schedule = manager.create(ReportSchedule, {
        ...fields,
        id: uuidv7(),
        createdBy: actor,
        createdAt: now,
        nextAt: new Date(nextTime(fields, now.getTime(), zone)),
        lastDue: null,
        lastSentAt: null,
      });
      await manager.insert(ReportSchedule, schedule);
      const { kind, format, every } = schedule;
      const event = { actor, action: 'report-schedule.create', subject: `report-schedule:${schedule.id}` };
      const details = { kind, format, every, recipients: schedule.recipients.length };
      await this.audit.record({ ...event, details }, manager);
      return present(schedule);
    });
  }

  async remove(actor: string, id: string): Promise<void> {
    await this.write(async (manager) => {
      const { affected } = await manager.delete(ReportSchedule, { id });
      if (!affected) throw notFound('report schedule');
      const event = { actor, action: 'report-schedule.delete', subject: `report-schedule:${id}` };
      await this.audit.record(event, manager);
    });
  }

  private async write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.schedules.manager.transaction(work);
    } catch (error) {
      if (violatesReference(error, 'report_schedules_department_id_fkey'))
        throw new DomainError('rule', 'DEPARTMENT_NOT_FOUND', 'There is no such department.');
      throw error;
    }
  }
}

/** The clock that a schedule goes by. @throws DomainError SITE_NOT_FOUND */
export async function zoneOf(manager: EntityManager, siteId: string | null): Promise<Zone> {
  const [site] = await manager.query<{ time_zone: string }[]>(
    'SELECT time_zone FROM sites WHERE $1::uuid IS NULL OR id = $1 ORDER BY id LIMIT 1',
    [siteId],
  );
  if (!site) throw new DomainError('rule', 'SITE_NOT_FOUND', 'There is no such site.');
  return Zone.of(site.time_zone);
}

const present = (schedule: ReportSchedule, lastFailure: MailFailure | null = null): Message => ({
  ...schedule,
  createdAt: schedule.createdAt.toISOString(),
  nextAt: schedule.nextAt.toISOString(),
  lastSentAt: schedule.lastSentAt?.toISOString() ?? null,
  lastFailure,
});
