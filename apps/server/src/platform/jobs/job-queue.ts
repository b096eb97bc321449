/** A job that may run, in so many milliseconds from now. */
export interface Dispatch {
  readonly id: string;
  readonly delayMs: number;
  /** Names this wait of the job: the same dispatch may be asked for twice and counts once. */
  readonly turn: string;
}

/** Runs one attempt; resolves when it is over, whatever came of it, and does nothing where the job is not due. */
export type RunJob = (id: string) => Promise<void>;

/**
 * Hands out jobs to whoever runs them, on this server or another. It carries ids and may lose or repeat them: the table
 * is the truth, a claim decides who runs a job, and the sweep asks again for what was lost.
 */
export abstract class JobQueue {
  /** From now on this server takes part, with so many jobs at a time. */
  abstract start(run: RunJob, concurrency: number): void;
  /** Never waits, never throws. */
  abstract dispatch(job: Dispatch): void;
  /** Resolves when the queue answers; rejects with a reason that an operator can act on. */
  abstract check(): Promise<void>;
  /** Takes no more jobs; those that run go on, and others may still be dispatched. */
  abstract pause(): Promise<void>;
  abstract close(): Promise<void>;
}
