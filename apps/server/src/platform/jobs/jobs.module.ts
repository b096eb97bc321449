import { Global, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Broadcast } from '../broadcast/broadcast.js';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { Metrics } from '../health/metrics.js';
import { Readiness } from '../health/readiness.js';
import { JobAttempts } from './job-attempts.js';
import { JobHandlers } from './job-handlers.js';
import { JobLedger } from './job-ledger.js';
import { JobLostAndFound } from './job-lost-and-found.js';
import { JobPace } from './job-pace.js';
import { JobQueue } from './job-queue.js';
import { openJobQueue } from './open-job-queue.js';
import { JobRetention } from './job-retention.js';
import { JobRunner } from './job-runner.js';
import { Job } from './job.entity.js';
import { Jobs } from './jobs.service.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Job])],
  providers: [
    { provide: JobQueue, useFactory: openJobQueue, inject: [Config, Broadcast, Database, DataSource] },
    Jobs,
    JobHandlers,
    JobLedger,
    JobAttempts,
    JobLostAndFound,
    JobPace,
    JobRetention,
    JobRunner,
  ],
  exports: [Jobs, JobHandlers],
})
export class JobsModule implements OnApplicationBootstrap {
  constructor(
    private readonly handlers: JobHandlers,
    readiness: Readiness,
    metrics: Metrics,
    queue: JobQueue,
    lostAndFound: JobLostAndFound,
  ) {
    readiness.register({ name: 'queue', check: () => queue.check() });
    metrics.gauge('rollcall_jobs_waiting', 'Jobs that wait', () => lostAndFound.countWaiting());
  }

  /** @throws where a kind of job has no handler: it would wait for ever */
  onApplicationBootstrap(): void {
    this.handlers.requireAll();
  }
}
