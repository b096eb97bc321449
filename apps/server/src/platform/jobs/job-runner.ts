import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Config } from '../config/config.js';
import { JobAttempts } from './job-attempts.js';
import { JobLostAndFound } from './job-lost-and-found.js';
import { JobPace } from './job-pace.js';
import { JobQueue } from './job-queue.js';

/** Makes this process one of those that run jobs, unless its settings say that others do. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly queue: JobQueue,
    private readonly attempts: JobAttempts,
    private readonly lostAndFound: JobLostAndFound,
    private readonly pace: JobPace,
    private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.jobs.run) return;
    await this.lostAndFound.endLeases();
    this.queue.start((id) => this.run(id), this.config.jobs.concurrency);
    this.sweepAndGoOn();
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.queue.pause();
    await this.attempts.stop();
    await this.sweeping;
  }

  /** Later than the jobs' end: what they hand back goes through the queue to others. */
  beforeApplicationShutdown(): Promise<void> {
    return this.queue.close();
  }

  private async run(id: string): Promise<void> {
    for (const next of await this.attempts.run(id)) this.queue.dispatch(next);
  }

  private sweepAndGoOn(): void {
    const timer = setTimeout(() => this.sweepAndGoOn(), this.pace.sweepMs).unref();
    this.timer = timer;
    this.sweeping = this.sweeping.then(() => this.sweep());
  }

  private async sweep(): Promise<void> {
    try {
      await this.lostAndFound.endHopeless(this.attempts.leases);
      await this.lostAndFound.release(this.attempts.leases);
      for (const job of await this.lostAndFound.due()) this.queue.dispatch(job);
    } catch (error) {
      this.log.warn(`Waiting jobs could not be looked for: ${(error as Error).message}`);
    }
  }
}
