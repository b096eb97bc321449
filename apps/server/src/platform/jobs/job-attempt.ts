import { setTimeout as sleep } from 'node:timers/promises';
import type { JobKind } from '@rollcall/contracts';
import type { JobHandler, JobProgress } from './job-handler.js';
import type { ClaimedJob, JobLedger } from './job-ledger.js';
import { backOffMs, faultOf, isPermanent } from './job-outcome.js';
import type { JobPace } from './job-pace.js';
import type { JobPayloads } from './job-payloads.js';
import type { Dispatch } from './job-queue.js';
import { ProgressReporter } from './progress-reporter.js';

/** Why an attempt is to stop. */
export type StopCause = 'cancelled' | 'shutdown' | 'lost';

export interface Outcome {
  readonly name: 'completed' | 'failed' | 'cancelled' | 'retried' | 'handed-back' | 'lost';
  /** When it is to be tried again. */
  readonly next?: Dispatch | undefined;
  /** What was thrown, where that was not asked for. */
  readonly error?: unknown;
}

const WRITE_TRIES = 20;
const WRITE_PAUSE_MS = 500;

/** One run of a job by the holder of its lease. */
export class JobAttempt {
  private readonly controller = new AbortController();
  private readonly reporter: ProgressReporter;
  private cause: StopCause | null = null;
  private heldUntil: number;

  constructor(
    private readonly job: ClaimedJob,
    private readonly ledger: JobLedger,
    private readonly pace: JobPace,
  ) {
    this.heldUntil = performance.now() + pace.leaseMs;
    this.reporter = new ProgressReporter((progress) => ledger.note(job, progress), pace.progressMs);
  }

  stop(cause: StopCause): void {
    if (this.cause && cause !== 'lost') return;
    this.cause = cause;
    this.controller.abort(new Error(`The job was stopped: ${cause}.`));
  }

  async run(handler: JobHandler): Promise<Outcome> {
    const heartbeat = setInterval(() => void this.holdOn(), this.pace.heartbeatMs);
    try {
      const result = await handler.run(this.job.payload as JobPayloads[JobKind], this.context());
      await this.reporter.flush();
      return await this.end('completed', { result: result ?? undefined });
    } catch (error) {
      await this.reporter.flush();
      return await this.conclude(error);
    } finally {
      clearInterval(heartbeat);
    }
  }

  private context() {
    return {
      jobId: this.job.id,
      actor: this.job.createdBy,
      attempt: this.job.attempts,
      signal: this.controller.signal,
      progress: (update: JobProgress) => this.reporter.tell(update),
    };
  }

  private async holdOn(): Promise<void> {
    const asked = performance.now();
    try {
      const hold = await this.ledger.renew(this.job, this.pace.leaseMs);
      if (hold === 'held') this.heldUntil = asked + this.pace.leaseMs;
      else this.stop(hold);
    } catch {
      // The database is away. While the lease lasts nobody else may have the job; afterwards somebody might.
      if (performance.now() > this.heldUntil) this.stop('lost');
    }
  }

  private async conclude(error: unknown): Promise<Outcome> {
    if (this.cause === 'lost') return { name: 'lost' };
    if (this.cause === 'cancelled') return this.end('cancelled', {});
    if (this.cause === 'shutdown') {
      return { name: 'handed-back', next: await this.write(() => this.ledger.handBack(this.job)) };
    }
    const fault = faultOf(error);
    const { attempts, maxAttempts } = this.job;
    if (isPermanent(error) || attempts >= maxAttempts) {
      return { ...(await this.end('failed', { error: fault })), error };
    }
    const delay = backOffMs(attempts, this.pace.backOffMs, Math.random());
    const next = await this.write(() => this.ledger.postpone(this.job, delay, fault));
    return { name: 'retried', next, error };
  }

  private async end(
    name: 'completed' | 'failed' | 'cancelled',
    what: Parameters<JobLedger['finish']>[2],
  ): Promise<Outcome> {
    const written = await this.write(() => this.ledger.finish(this.job, name, what));
    return { name: written ? name : 'lost' };
  }

  /** An outcome is worth a few tries: the database may be restarting, and the lease is renewed meanwhile. */
  private async write<T>(step: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await step();
      } catch (error) {
        if (tries === WRITE_TRIES || this.cause === 'lost') throw error;
        await sleep(WRITE_PAUSE_MS);
      }
    }
  }
}
