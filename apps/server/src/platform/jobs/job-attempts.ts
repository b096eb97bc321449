import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { Injectable, Logger } from '@nestjs/common';
import { v4 as uuid } from 'uuid';
import { Broadcast } from '../broadcast/broadcast.js';
import { Metrics } from '../health/metrics.js';
import { JobAttempt } from './job-attempt.js';
import { JobHandlers } from './job-handlers.js';
import { JOB_CANCEL, JobLedger, type ClaimedJob } from './job-ledger.js';
import { JobPace } from './job-pace.js';
import type { Dispatch } from './job-queue.js';

interface Running {
  readonly leasedBy: string;
  readonly attempt: JobAttempt;
  readonly over: Promise<Dispatch | undefined>;
}

/** The jobs that this process runs at the moment. */
@Injectable()
export class JobAttempts {
  private readonly log = new Logger('Jobs');
  private readonly running = new Map<string, Running>();
  private stopping = false;

  constructor(
    private readonly ledger: JobLedger,
    private readonly handlers: JobHandlers,
    private readonly metrics: Metrics,
    private readonly pace: JobPace,
    broadcast: Broadcast,
  ) {
    broadcast.on(JOB_CANCEL, (id) => this.running.get(id)?.attempt.stop('cancelled'));
  }

  get leases(): string[] {
    return [...this.running.values()].map(({ leasedBy }) => leasedBy);
  }

  /** Runs the job if it is due and free; answers when it is to be tried again, if so. Never throws. */
  async run(id: string): Promise<Dispatch | undefined> {
    try {
      if (this.stopping) return undefined;
      const leasedBy = `${hostname()}:${process.pid}:${uuid()}`;
      const job = await this.ledger.claim(id, leasedBy, this.handlers.kinds, this.pace.leaseMs);
      return job ? await this.attempt(job) : undefined;
    } catch (error) {
      this.log.error(`Job ${id} could not be brought to an end: ${(error as Error).message}`);
      return undefined;
    }
  }

  /** Asks all of them to give up and waits until they have, so long at most. */
  async stop(): Promise<void> {
    this.stopping = true;
    const running = [...this.running.values()];
    running.forEach(({ attempt }) => attempt.stop('shutdown'));
    const over = Promise.allSettled(running.map((each) => each.over));
    await Promise.race([over, sleep(this.pace.stopMs, undefined, { ref: false })]);
    for (const id of this.running.keys()) {
      this.log.warn(`Job ${id} did not stop in time. Another server takes it over when its lease ends.`);
    }
  }

  private async attempt(job: ClaimedJob): Promise<Dispatch | undefined> {
    const attempt = new JobAttempt(job, this.ledger, this.pace);
    const over = this.runToItsEnd(job, attempt);
    this.running.set(job.id, { leasedBy: job.leasedBy, attempt, over });
    if (this.stopping) attempt.stop('shutdown');
    return over.finally(() => this.running.delete(job.id));
  }

  private async runToItsEnd(job: ClaimedJob, attempt: JobAttempt): Promise<Dispatch | undefined> {
    const { name, next, error } = await attempt.run(this.handlers.of(job.kind)!);
    this.metrics.jobs.inc({ kind: job.kind, outcome: name });
    if (error !== undefined) {
      this.log.warn(`Job ${job.id} (${job.kind}), attempt ${job.attempts}, ${name}: ${inspect(error)}`);
    }
    return next;
  }
}
