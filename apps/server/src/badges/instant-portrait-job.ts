import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JobContext, JobHandler } from '../platform/jobs/job-handler.js';
import { PortraitJob } from './portrait-job.js';

/** Portraits that a preset paints: a lane of their own, so that they are done in seconds while others take minutes. */
@Injectable()
export class InstantPortraitJob implements JobHandler<'badges.instant'> {
  readonly kind = 'badges.instant';
  readonly atOnce = 1;

  constructor(private readonly portraits: PortraitJob) {}

  requireWork(payload: { badgeId: string }, manager: EntityManager): Promise<void> {
    return this.portraits.requireWork(payload, manager);
  }

  run(payload: { badgeId: string }, context: JobContext) {
    return this.portraits.run(payload, context);
  }
}
