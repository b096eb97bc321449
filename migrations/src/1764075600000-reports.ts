import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that jobs make, those that are mailed again and again, and calendars that people subscribe to. */
export class Reports1764075600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['shift_feeds', 'report_schedules', 'report_files'])
      await runner.query(`DROP TABLE ${table}`);
  }
}

const STATEMENTS = [
  // Its bytes are several blobs, so that nobody has to hold a long one whole.
  `CREATE TABLE report_files (
    id uuid CONSTRAINT report_files_pkey PRIMARY KEY,
    job_id uuid NOT NULL CONSTRAINT report_files_job_id_key UNIQUE,
    name text NOT NULL,
    format text NOT NULL,
    bytes bigint NOT NULL,
    parts uuid[] NOT NULL,
    created_at timestamptz NOT NULL,
    delete_after timestamptz NOT NULL
  )`,
  'CREATE INDEX report_files_delete_after ON report_files (delete_after)',
  `CREATE TABLE report_schedules (
    id uuid CONSTRAINT report_schedules_pkey PRIMARY KEY,
    kind text NOT NULL,
    format text NOT NULL,
    every text NOT NULL,
    weekday integer,
    day_of_month integer,
    hour integer NOT NULL,
    site_id uuid CONSTRAINT report_schedules_site_id_fkey REFERENCES sites ON DELETE CASCADE,
    department_id uuid CONSTRAINT report_schedules_department_id_fkey REFERENCES departments ON DELETE CASCADE,
    recipients text[] NOT NULL,
    lang text NOT NULL,
    paper text NOT NULL,
    preset text,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    next_at timestamptz NOT NULL,
    last_due timestamptz,
    last_sent_at timestamptz
  )`,
  'CREATE INDEX report_schedules_next_at ON report_schedules (next_at)',
  `CREATE TABLE shift_feeds (
    person_id uuid CONSTRAINT shift_feeds_pkey PRIMARY KEY CONSTRAINT shift_feeds_person_id_fkey REFERENCES people,
    token_hash text NOT NULL CONSTRAINT shift_feeds_token_hash_key UNIQUE,
    created_at timestamptz NOT NULL
  )`,
];
