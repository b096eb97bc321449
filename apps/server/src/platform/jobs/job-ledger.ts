import { Injectable } from '@nestjs/common';
import type { JobKind, JobState } from '@rollcall/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Broadcast } from '../broadcast/broadcast.js';
import { AfterCommit } from '../database/after-commit.js';
import type { JobProgress } from './job-handler.js';
import type { Dispatch } from './job-queue.js';
import type { Job, JobFault } from './job.entity.js';

/** Told with the id of every job whose row changed. */
export const JOB_CHANGED = 'jobs.changed';
/** Told with the id of every running job that shall stop. */
export const JOB_CANCEL = 'jobs.cancel';

const UNFINISHED = "state IN ('waiting', 'active')";
const DISPATCH = `id, (extract(epoch FROM run_after) * 1e6)::bigint::text AS turn,
  greatest(0, extract(epoch FROM run_after - clock_timestamp()) * 1000)::float8 AS "delayMs"`;

export type NewJob = Pick<Job, 'kind' | 'payload' | 'about' | 'uniqueKey' | 'maxAttempts' | 'createdBy'>;

/** One attempt's hold on a job: writes count only while it lasts. */
export interface Lease {
  readonly id: string;
  readonly leasedBy: string;
}
export interface ClaimedJob extends Lease {
  readonly kind: JobKind;
  readonly payload: Record<string, unknown>;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly createdBy: string;
}

/** What was begun goes first: whoever was stopped in the middle keeps its place. */
export const ORDER = 'started_at NULLS LAST, run_after, id';

/** Every step that a job's row may take, each as one statement. */
@Injectable()
export class JobLedger {
  constructor(
    private readonly source: DataSource,
    private readonly broadcast: Broadcast,
    private readonly afterCommit: AfterCommit,
  ) {}

  /** Null where an unfinished job of this kind has the same unique key. */
  async add(manager: EntityManager, job: NewJob): Promise<Dispatch | null> {
    const rows = await manager.query<Dispatch[]>(
      `INSERT INTO jobs (id, kind, payload, unique_key, state, max_attempts, run_after, created_by, created_at, about)
       VALUES ($1, $2, $3, $4, 'waiting', $5, now(), $6, now(), $7)
       ON CONFLICT (kind, unique_key) WHERE ${UNFINISHED} DO NOTHING RETURNING ${DISPATCH}`,
      [uuidv7(), job.kind, job.payload, job.uniqueKey, job.maxAttempts, job.createdBy, job.about],
    );
    return rows[0] ?? null;
  }

  /** These jobs in the order of their turns. */
  async inOrder(ids: readonly string[]): Promise<string[]> {
    if (ids.length < 2) return [...ids];
    const rows = await this.source.query<{ id: string }[]>(
      `SELECT id FROM jobs WHERE id = ANY($1) ORDER BY ${ORDER}`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes a waiting job that is due; null where somebody else was faster. */
  async claim(id: string, leasedBy: string, kinds: JobKind[], leaseMs: number): Promise<ClaimedJob | null> {
    const [claimed] = await this.change<ClaimedJob>(
      `UPDATE jobs SET state = 'active', attempts = attempts + 1, leased_by = $2,
         lease_until = now() + $4 * interval '1 ms', started_at = coalesce(started_at, now())
       WHERE id = $1 AND state = 'waiting' AND run_after <= clock_timestamp() AND kind = ANY($3)
       RETURNING id, kind, payload, attempts, max_attempts AS "maxAttempts", leased_by AS "leasedBy",
         created_by AS "createdBy"`,
      [id, leasedBy, kinds, leaseMs],
    );
    return claimed ?? null;
  }

  /** Holds on for another while; tells where the job was cancelled or taken over. */
  async renew({ id, leasedBy }: Lease, leaseMs: number): Promise<'held' | 'cancelled' | 'lost'> {
    const [rows] = await this.source.query<[{ cancel: boolean }[], number]>(
      `UPDATE jobs SET lease_until = now() + $3 * interval '1 ms'
       WHERE id = $1 AND leased_by = $2 AND state = 'active' RETURNING cancel_requested AS cancel`,
      [id, leasedBy, leaseMs],
    );
    if (!rows[0]) return 'lost';
    return rows[0].cancel ? 'cancelled' : 'held';
  }

  async note(
    { id, leasedBy }: Lease,
    { progress, step, steps, loss, previewUrl }: JobProgress,
  ): Promise<void> {
    await this.change(
      `UPDATE jobs SET progress = coalesce($3, progress), step = coalesce($4, step), steps = coalesce($5, steps),
         loss = coalesce($6, loss), preview_url = coalesce($7, preview_url)
       WHERE id = $1 AND leased_by = $2 AND state = 'active' RETURNING id`,
      [id, leasedBy, progress, step, steps, loss, previewUrl],
    );
  }

  /** False where the lease was lost: then nothing was written. */
  async finish(
    { id, leasedBy }: Lease,
    state: JobState,
    { result, error }: { result?: Record<string, unknown> | undefined; error?: JobFault },
  ): Promise<boolean> {
    const rows = await this.change(
      `UPDATE jobs SET state = $3, result = $4, error = $5, finished_at = now(), leased_by = NULL, lease_until = NULL,
         progress = CASE WHEN $3::text = 'completed' THEN 100 ELSE progress END
       WHERE id = $1 AND leased_by = $2 AND state = 'active' RETURNING id`,
      [id, leasedBy, state, result, error],
    );
    return rows.length > 0;
  }

  /** Lets go of the job until then. */
  async postpone({ id, leasedBy }: Lease, delayMs: number, error: JobFault): Promise<Dispatch | undefined> {
    const [next] = await this.change<Dispatch>(
      `UPDATE jobs SET state = 'waiting', run_after = now() + $3 * interval '1 ms', error = $4,
         leased_by = NULL, lease_until = NULL
       WHERE id = $1 AND leased_by = $2 AND state = 'active' RETURNING ${DISPATCH}`,
      [id, leasedBy, delayMs, error],
    );
    return next;
  }

  /** Lets go of the job as if this attempt had not been. */
  async handBack({ id, leasedBy }: Lease): Promise<Dispatch | undefined> {
    const [next] = await this.change<Dispatch>(
      `UPDATE jobs SET state = 'waiting', run_after = now(), attempts = attempts - 1,
         leased_by = NULL, lease_until = NULL
       WHERE id = $1 AND leased_by = $2 AND state = 'active' RETURNING ${DISPATCH}`,
      [id, leasedBy],
    );
    return next;
  }

  /** A waiting job is over, a running one is told to stop. False where it had come to its end. */
  async cancel(manager: EntityManager, id: string): Promise<boolean> {
    const rows = await this.change(
      `UPDATE jobs SET cancel_requested = true,
         state = CASE state WHEN 'waiting' THEN 'cancelled' ELSE state END,
         finished_at = CASE state WHEN 'waiting' THEN now() END
       WHERE id = $1 AND ${UNFINISHED} RETURNING id`,
      [id],
      manager,
    );
    this.afterCommit.run(manager, () => this.broadcast.tell(JOB_CANCEL, id));
    return rows.length > 0;
  }

  /** With all its attempts. What it did stays done, so it is as far as it was until it says more. Undefined where it has not failed and was not cancelled. */
  async revive(manager: EntityManager, id: string): Promise<Dispatch | undefined> {
    const [next] = await this.change<Dispatch>(
      `UPDATE jobs SET state = 'waiting', run_after = now(), attempts = 0, cancel_requested = false,
         started_at = NULL, finished_at = NULL
       WHERE id = $1 AND state IN ('failed', 'cancelled') RETURNING ${DISPATCH}`,
      [id],
      manager,
    );
    return next;
  }

  /** For a statement that returns the ids of the rows that it changed: whoever follows them is told. */
  async change<Row extends { id: string }>(
    statement: string,
    parameters: unknown[],
    manager = this.source.manager,
  ): Promise<Row[]> {
    const [rows] = await manager.query<[Row[], number]>(statement, parameters);
    for (const { id } of rows) this.afterCommit.run(manager, () => this.broadcast.tell(JOB_CHANGED, id));
    return rows;
  }
}
