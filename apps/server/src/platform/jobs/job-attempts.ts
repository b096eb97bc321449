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
import { isPermanent } from './job-outcome.js';
import { JobPace } from './job-pace.js';
import { JobRoom } from './job-room.js';
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
  private readonly room: JobRoom;
  private claiming: Promise<unknown> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly ledger: JobLedger,
    private readonly handlers: JobHandlers,
    private readonly metrics: Metrics,
    private readonly pace: JobPace,
    broadcast: Broadcast,
  ) {
    this.room = new JobRoom(handlers);
    broadcast.on(JOB_CANCEL, (id) => this.running.get(id)?.attempt.stop('cancelled'));
  }

  get leases(): string[] {
    return [...this.running.values()].map(({ leasedBy }) => leasedBy);
  }

  /** Runs the job if it is due and free and there is room; answers what is to be asked for again. Never throws. */
  async run(id: string): Promise<Dispatch[]> {
    try {
      if (this.stopping) return [];
      const job = await this.claim(id);
      return job ? await this.attempt(job) : [];
    } catch (error) {
      this.log.error(`Job ${id} could not be brought to an end: ${(error as Error).message}`);
      return [];
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

  /** One after another: how much room there is depends on the one before. */
  private claim(id: string): Promise<ClaimedJob | null> {
    const claimed = this.claiming.then(async () => {
      const leasedBy = `${hostname()}:${process.pid}:${uuid()}`;
      const job = await this.ledger.claim(id, leasedBy, this.room.kinds, this.pace.leaseMs);
      if (job) this.room.enter(job.kind);
      else this.room.turnAway(id);
      return job;
    });
    this.claiming = claimed.catch(() => undefined);
    return claimed;
  }

  private async attempt(job: ClaimedJob): Promise<Dispatch[]> {
    const attempt = new JobAttempt(job, this.ledger, this.pace);
    const over = this.runToItsEnd(job, attempt);
    this.running.set(job.id, { leasedBy: job.leasedBy, attempt, over });
    if (this.stopping) attempt.stop('shutdown');
    let waiting: string[] = [];
    const next = await over.finally(() => {
      this.running.delete(job.id);
      waiting = this.room.leave(job.kind);
    });
    const turn = `after-${job.leasedBy}`;
    const inOrder = await this.ledger.inOrder(waiting);
    return [...(next ? [next] : []), ...inOrder.map((id) => ({ id, turn, delayMs: 0 }))];
  }

  private async runToItsEnd(job: ClaimedJob, attempt: JobAttempt): Promise<Dispatch | undefined> {
    const { name, next, error } = await attempt.run(this.handlers.of(job.kind)!);
    this.metrics.jobs.inc({ kind: job.kind, outcome: name });
    if (error !== undefined) {
      // A rule that was met is no fault of the program: where it was thrown helps nobody.
      const reason = isPermanent(error) ? `${error.code}: ${error.message}` : inspect(error);
      this.log.warn(`Job ${job.id} (${job.kind}), attempt ${job.attempts}, ${name}: ${reason}`);
    }
    return next;
  }
}
