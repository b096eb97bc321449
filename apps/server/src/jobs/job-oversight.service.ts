import { Injectable } from '@nestjs/common';
import type { Job as JobMessage, JobQuery, Page } from '@rollcall/contracts';
import { map, type Observable } from 'rxjs';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { notFound } from '../platform/domain-error.js';
import { actorOf, type Principal } from '../platform/http/principal.js';
import type { Job } from '../platform/jobs/job.entity.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { kindsFor } from './job-access.js';
import { messageOf } from './job-message.js';

type Step = 'cancel' | 'retry';

/** Background work as people watch over it. A job that is none of their business does not exist for them. */
@Injectable()
export class JobOversight {
  constructor(
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
    private readonly source: DataSource,
  ) {}

  async list({ role }: Principal, query: JobQuery): Promise<Page<JobMessage>> {
    const page = await this.jobs.list(query, kindsFor(role));
    return { items: page.items.map(messageOf), nextCursor: page.nextCursor };
  }

  async show(principal: Principal, id: string): Promise<JobMessage> {
    return messageOf(await this.visible(principal, id));
  }

  /** For whoever may see the job. */
  follow(id: string): Observable<JobMessage> {
    return this.jobs.follow(id).pipe(map(messageOf));
  }

  cancel(principal: Principal, id: string): Promise<JobMessage> {
    return this.change(principal, id, 'cancel', (manager) => this.jobs.cancel(manager, id));
  }

  retry(principal: Principal, id: string): Promise<JobMessage> {
    return this.change(principal, id, 'retry', (manager) => this.jobs.retry(manager, id));
  }

  private async change(
    principal: Principal,
    id: string,
    step: Step,
    work: (manager: EntityManager) => Promise<void>,
  ): Promise<JobMessage> {
    const { kind } = await this.visible(principal, id);
    await this.source.transaction(async (manager) => {
      await work(manager);
      const event = { actor: actorOf(principal), action: `job.${step}`, subject: `job:${id}` };
      await this.audit.record({ ...event, details: { kind } }, manager);
    });
    return this.show(principal, id);
  }

  private async visible({ role }: Principal, id: string): Promise<Job> {
    const job = await this.jobs.get(id);
    if (!kindsFor(role).includes(job.kind)) throw notFound('job');
    return job;
  }
}
