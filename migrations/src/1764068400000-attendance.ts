import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shifts, who works which, what was asked and decided, and the days that follow from punches. */
export class Attendance1764068400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'attendance_stale',
      'attendance_days',
      'attendance_locks',
      'overtime_approvals',
      'corrections',
      'leaves',
      'holidays',
      'shift_assignments',
      'person_postings',
      'shift_versions',
    ])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query('ALTER TABLE people DROP shift_id');
    await runner.query('DROP TABLE shifts');
    await runner.query('DROP TABLE site_zones');
  }
}

const DECIDED = `
  status text NOT NULL,
  requested_by text NOT NULL,
  decided_by text,
  note text,
  created_at timestamptz NOT NULL,
  decided_at timestamptz`;

const STATEMENTS = [
  // A site that changes its zone keeps its past: the zone of a day is the one that was valid on it.
  `CREATE TABLE site_zones (
    site_id uuid NOT NULL CONSTRAINT site_zones_site_id_fkey REFERENCES sites ON DELETE CASCADE,
    valid_from date NOT NULL,
    time_zone text NOT NULL,
    CONSTRAINT site_zones_pkey PRIMARY KEY (site_id, valid_from)
  )`,
  `INSERT INTO site_zones SELECT id, DATE '0001-01-01', time_zone FROM sites`,

  `CREATE TABLE shifts (
    id uuid CONSTRAINT shifts_pkey PRIMARY KEY,
    name text NOT NULL CONSTRAINT shifts_name_key UNIQUE,
    created_at timestamptz NOT NULL
  )`,
  // A shift that changes keeps its past: the rules of a day are those that were valid on it.
  `CREATE TABLE shift_versions (
    shift_id uuid NOT NULL CONSTRAINT shift_versions_shift_id_fkey REFERENCES shifts ON DELETE CASCADE,
    valid_from date NOT NULL,
    rules jsonb NOT NULL,
    CONSTRAINT shift_versions_pkey PRIMARY KEY (shift_id, valid_from)
  )`,
  'ALTER TABLE people ADD shift_id uuid CONSTRAINT people_shift_id_fkey REFERENCES shifts',

  // Who moves to another department, site or shift keeps the past as well.
  `CREATE TABLE person_postings (
    person_id uuid NOT NULL CONSTRAINT person_postings_person_id_fkey REFERENCES people,
    valid_from date NOT NULL,
    department_id uuid CONSTRAINT person_postings_department_id_fkey REFERENCES departments ON DELETE SET NULL,
    site_id uuid CONSTRAINT person_postings_site_id_fkey REFERENCES sites ON DELETE SET NULL,
    shift_id uuid CONSTRAINT person_postings_shift_id_fkey REFERENCES shifts,
    active boolean NOT NULL,
    CONSTRAINT person_postings_pkey PRIMARY KEY (person_id, valid_from)
  )`,
  `INSERT INTO person_postings
    SELECT id, DATE '0001-01-01', department_id, site_id, NULL, status = 'active' FROM people WHERE erased_at IS NULL`,
  'CREATE INDEX person_postings_department ON person_postings (department_id)',
  'CREATE INDEX person_postings_shift ON person_postings (shift_id)',
  'CREATE INDEX people_shift ON people (shift_id)',

  `CREATE TABLE shift_assignments (
    id uuid CONSTRAINT shift_assignments_pkey PRIMARY KEY,
    person_id uuid CONSTRAINT shift_assignments_person_id_fkey REFERENCES people,
    department_id uuid CONSTRAINT shift_assignments_department_id_fkey REFERENCES departments,
    shift_id uuid NOT NULL CONSTRAINT shift_assignments_shift_id_fkey REFERENCES shifts,
    valid_from date NOT NULL,
    valid_to date,
    weekdays integer[] NOT NULL,
    rotation jsonb,
    created_at timestamptz NOT NULL,
    CONSTRAINT shift_assignments_one_of CHECK ((person_id IS NULL) <> (department_id IS NULL)),
    CONSTRAINT shift_assignments_in_order CHECK (valid_to >= valid_from)
  )`,
  'CREATE INDEX shift_assignments_person ON shift_assignments (person_id)',
  'CREATE INDEX shift_assignments_department ON shift_assignments (department_id)',
  'CREATE INDEX shift_assignments_shift ON shift_assignments (shift_id)',

  `CREATE TABLE holidays (
    id uuid CONSTRAINT holidays_pkey PRIMARY KEY,
    site_id uuid CONSTRAINT holidays_site_id_fkey REFERENCES sites ON DELETE CASCADE,
    date date NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT holidays_site_id_date_key UNIQUE NULLS NOT DISTINCT (site_id, date)
  )`,
  'CREATE INDEX holidays_date ON holidays (date)',

  `CREATE TABLE leaves (
    id uuid CONSTRAINT leaves_pkey PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT leaves_person_id_fkey REFERENCES people,
    first_date date NOT NULL,
    last_date date NOT NULL,
    kind text NOT NULL,
    start_minute integer,
    end_minute integer,
    type text NOT NULL,
    reason text,
    ${DECIDED},
    CONSTRAINT leaves_in_order CHECK (last_date >= first_date)
  )`,
  'CREATE INDEX leaves_person ON leaves (person_id, first_date)',

  `CREATE TABLE corrections (
    id uuid CONSTRAINT corrections_pkey PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT corrections_person_id_fkey REFERENCES people,
    date date NOT NULL,
    in_at timestamptz,
    out_at timestamptz,
    reason text NOT NULL,
    before jsonb,
    ${DECIDED}
  )`,
  'CREATE INDEX corrections_person ON corrections (person_id, date)',

  `CREATE TABLE overtime_approvals (
    person_id uuid NOT NULL CONSTRAINT overtime_approvals_person_id_fkey REFERENCES people,
    date date NOT NULL,
    approved_by text NOT NULL,
    approved_at timestamptz NOT NULL,
    CONSTRAINT overtime_approvals_pkey PRIMARY KEY (person_id, date)
  )`,

  `CREATE TABLE attendance_locks (
    month text CONSTRAINT attendance_locks_pkey PRIMARY KEY,
    locked_by text NOT NULL,
    locked_at timestamptz NOT NULL
  )`,

  // Derived: what is here can be made again from punches and rules at any time. A locked month alone is kept.
  `CREATE TABLE attendance_days (
    person_id uuid NOT NULL CONSTRAINT attendance_days_person_id_fkey REFERENCES people,
    date date NOT NULL,
    department_id uuid,
    site_id uuid,
    time_zone text NOT NULL,
    shift_id uuid,
    status text NOT NULL,
    first_in timestamptz,
    last_out timestamptz,
    due_minutes integer NOT NULL,
    worked_minutes integer NOT NULL,
    late_minutes integer NOT NULL,
    early_minutes integer NOT NULL,
    overtime_minutes integer NOT NULL,
    break_minutes integer NOT NULL,
    leave_minutes integer NOT NULL,
    punches jsonb NOT NULL,
    flags text[] NOT NULL,
    settled boolean NOT NULL,
    reckoned_at timestamptz NOT NULL,
    CONSTRAINT attendance_days_pkey PRIMARY KEY (person_id, date)
  )`,
  'CREATE INDEX attendance_days_date ON attendance_days (date, person_id)',
  'CREATE INDEX attendance_days_unsettled ON attendance_days (date) WHERE NOT settled',

  // What has to be reckoned again: written in the transaction that changes a fact, taken by whoever reads or sweeps.
  `CREATE TABLE attendance_stale (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT attendance_stale_pkey PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT attendance_stale_person_id_fkey REFERENCES people,
    first_date date NOT NULL,
    last_date date NOT NULL
  )`,
  'CREATE INDEX attendance_stale_person ON attendance_stale (person_id)',
  `INSERT INTO attendance_stale (person_id, first_date, last_date)
    SELECT person_id, min(local_date) - 2, max(local_date) + 2 FROM punches GROUP BY person_id`,
];
