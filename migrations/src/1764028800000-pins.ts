import type { MigrationInterface, QueryRunner } from 'typeorm';

/** PINs, and by what a check-in was decided. */
export class Pins1764028800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Apart from people, so that no query for a person carries the hash and no wrong try waits for a check-in.
    await runner.query(`
      CREATE TABLE pins (
        person_id uuid CONSTRAINT pins_pkey PRIMARY KEY
          CONSTRAINT pins_person_id_fkey REFERENCES people ON DELETE CASCADE,
        hash text NOT NULL,
        failures integer NOT NULL DEFAULT 0,
        locked_until timestamptz,
        set_at timestamptz NOT NULL
      )`);
    await runner.query('ALTER TABLE people ADD COLUMN has_pin boolean NOT NULL DEFAULT false');
    await runner.query("ALTER TABLE check_ins ADD COLUMN method text NOT NULL DEFAULT 'face'");
    // A replayed answer has to fit the contract of today.
    await runner.query(`UPDATE answered_requests SET answer = answer || '{"method": "face"}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE answered_requests SET answer = answer - 'method' - 'pinAccepted'");
    await runner.query('ALTER TABLE check_ins DROP COLUMN method');
    await runner.query('ALTER TABLE people DROP COLUMN has_pin');
    await runner.query('DROP TABLE pins');
  }
}
