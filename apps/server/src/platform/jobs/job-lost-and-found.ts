import { Injectable } from '@nestjs/common';
import type { JobKind, JobState } from '@rollcall/contracts';
import { DataSource } from 'typeorm';
import { Database } from '../database/database.js';
import { JobLedger, ORDER } from './job-ledger.js';
import type { Dispatch } from './job-queue.js';
import type { JobFault } from './job.entity.js';

const BATCH = 200;
const STALLED: JobFault = {
  code: 'JOB_STALLED',
  detail:
    'The server that ran it ended in the middle of it. If that repeats, look at its log and at its memory.',
};
const ABANDONED = `state = 'active' AND lease_until < now() AND leased_by <> ALL($1)`;
const HOPELESS = '(cancel_requested OR attempts >= max_attempts)';

/** What dead servers and forgetful queues left behind. Every server that runs jobs looks for it. */
@Injectable()
export class JobLostAndFound {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: JobLedger,
    private readonly database: Database,
  ) {}

  /** As a server starts: nobody else has the embedded database open, so whoever held a job is gone. */
  async endLeases(): Promise<void> {
    if (this.database.kind !== 'embedded') return;
    await this.source.query(
      `UPDATE jobs SET lease_until = now() - interval '1 second' WHERE state = 'active' AND lease_until > now()`,
    );
  }

  /**
   * Ends abandoned jobs that may not be tried again. A server never takes its own for abandoned: it knows that it
   * still runs them, even where its database was too busy to let it say so.
   */
  endHopeless(own: string[]): Promise<{ id: string; kind: JobKind; state: JobState }[]> {
    return this.ledger.change(
      `UPDATE jobs SET state = CASE WHEN cancel_requested THEN 'cancelled' ELSE 'failed' END, error = $2,
         finished_at = now(), leased_by = NULL, lease_until = NULL
       WHERE ${ABANDONED} AND ${HOPELESS} RETURNING id, kind, state`,
      [own, STALLED],
    );
  }

  /** Other abandoned jobs wait again; not one that was abandoned for good only a moment ago. */
  async release(own: string[]): Promise<void> {
    await this.ledger.change(
      `UPDATE jobs SET state = 'waiting', run_after = now(), error = $2, leased_by = NULL, lease_until = NULL
       WHERE ${ABANDONED} AND NOT ${HOPELESS} RETURNING id`,
      [own, STALLED],
    );
  }

  /** Jobs that wait and might run, in the order of their turns. Most of them are in the queue as well. */
  due(): Promise<Dispatch[]> {
    return this.source.query<Dispatch[]>(
      `SELECT id, (extract(epoch FROM run_after) * 1e6)::bigint::text AS turn, 0 AS "delayMs"
       FROM jobs WHERE state = 'waiting' AND run_after <= now() ORDER BY ${ORDER} LIMIT ${BATCH}`,
    );
  }

  async countWaiting(): Promise<number> {
    const [row] = await this.source.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM jobs WHERE state = 'waiting'`,
    );
    return row?.n ?? 0;
  }
}
