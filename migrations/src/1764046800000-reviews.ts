import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say of decisions, and whom a check-in resembled. */
export class Reviews1764046800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE check_ins ADD candidates jsonb NOT NULL DEFAULT '[]'`);
    // So that erasing a person finds the check-ins that resembled them.
    await runner.query(
      'CREATE INDEX check_ins_candidates ON check_ins USING gin (candidates jsonb_path_ops)',
    );
    await runner.query(`
      CREATE TABLE check_in_reviews (
        id uuid CONSTRAINT check_in_reviews_pkey PRIMARY KEY,
        check_in_id uuid NOT NULL CONSTRAINT check_in_reviews_check_in_id_fkey REFERENCES check_ins,
        verdict text NOT NULL,
        person_id uuid CONSTRAINT check_in_reviews_person_id_fkey REFERENCES people,
        note text NOT NULL,
        actor text NOT NULL,
        strict_margin boolean NOT NULL,
        negative boolean NOT NULL,
        created_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX check_in_reviews_check_in ON check_in_reviews (check_in_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE check_in_reviews');
    await runner.query('DROP INDEX check_ins_candidates');
    await runner.query('ALTER TABLE check_ins DROP candidates');
  }
}
