import type { JobKind } from '@rollcall/contracts';
import type { EntityManager } from 'typeorm';
import type { JobPayloads } from './job-payloads.js';

/**
 * Does the work of one kind. It is idempotent: after a crash, a lost lease or a stop of the server the same job runs
 * again from its beginning, so it loads what it needs by the ids that it got and skips what is done already.
 *
 * It keeps its transactions short, and looks at `signal` between two steps: `context.signal.throwIfAborted()`.
 */
export interface JobHandler<K extends JobKind = JobKind> {
  readonly kind: K;
  /** How many of its jobs one process runs at a time, where there is not room for as many as come. */
  readonly atOnce?: number;
  /**
   * Asked before a job is tried again, in the transaction that does so.
   *
   * @throws DomainError where nothing is left to work on, so that another attempt could only fail
   */
  requireWork?(payload: JobPayloads[K], manager: EntityManager): Promise<void>;
  /**
   * Answers the job's result, if it has one. Throwing means another attempt, later; a DomainError that would only come
   * again (invalid, rule, not-found, ...) fails the job at once, with its code and detail.
   */
  run(payload: JobPayloads[K], context: JobContext): Promise<Record<string, unknown> | void>;
}

export interface JobContext {
  readonly jobId: string;
  /** Who asked for it, as the audit log names them. */
  readonly actor: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** Aborted when the job is cancelled, the server stops or another has taken it over. */
  readonly signal: AbortSignal;
  /** May be called as often as one likes: at most about four a second are written. */
  readonly progress: (update: JobProgress) => void;
}

/** What is left out stays as it was. */
export interface JobProgress {
  /** 0 to 100. */
  readonly progress?: number;
  readonly step?: number;
  readonly steps?: number;
  readonly loss?: number;
  readonly previewUrl?: string;
}
