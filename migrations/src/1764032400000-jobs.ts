import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Background work: what waits, runs and came to an end. The table is the truth, whatever queue hands it out. */
export class Jobs1764032400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE jobs (
        id uuid CONSTRAINT jobs_pkey PRIMARY KEY,
        kind text NOT NULL,
        payload jsonb NOT NULL,
        unique_key text,
        state text NOT NULL,
        progress double precision NOT NULL DEFAULT 0,
        step integer,
        steps integer,
        loss double precision,
        preview_url text,
        result jsonb,
        error jsonb,
        attempts integer NOT NULL DEFAULT 0,
        max_attempts integer NOT NULL,
        run_after timestamptz NOT NULL,
        lease_until timestamptz,
        leased_by text,
        cancel_requested boolean NOT NULL DEFAULT false,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL,
        started_at timestamptz,
        finished_at timestamptz
      )`);
    await runner.query(`CREATE INDEX jobs_due ON jobs (run_after) WHERE state IN ('waiting', 'active')`);
    await runner.query(`
      CREATE UNIQUE INDEX jobs_unfinished ON jobs (kind, unique_key) WHERE state IN ('waiting', 'active')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE jobs');
  }
}
