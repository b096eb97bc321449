import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Styles, the portraits painted in them, the cards that show these, and by what a portrait is known again. */
export class Portraits1764054000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE styles (
        id uuid CONSTRAINT styles_pkey PRIMARY KEY,
        name text NOT NULL,
        picture_id uuid NOT NULL CONSTRAINT styles_picture_id_fkey REFERENCES blobs,
        width integer NOT NULL,
        height integer NOT NULL,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE badges (
        id uuid CONSTRAINT badges_pkey PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT badges_person_id_fkey REFERENCES people,
        face_id uuid CONSTRAINT badges_face_id_fkey REFERENCES faces ON DELETE SET NULL,
        style_id uuid NOT NULL,
        style_name text NOT NULL,
        blend jsonb NOT NULL,
        settings jsonb NOT NULL,
        job_id uuid NOT NULL,
        step integer NOT NULL DEFAULT 0,
        losses jsonb NOT NULL DEFAULT '[]',
        preview_id uuid CONSTRAINT badges_preview_id_fkey REFERENCES blobs ON DELETE SET NULL,
        portrait_id uuid CONSTRAINT badges_portrait_id_fkey REFERENCES blobs,
        likeness jsonb,
        created_at timestamptz NOT NULL,
        finished_at timestamptz
      )`);
    await runner.query('CREATE INDEX badges_person ON badges (person_id)');
    await runner.query('CREATE INDEX badges_face ON badges (face_id)');
    await runner.query('CREATE INDEX badges_preview ON badges (preview_id)');
    // What a portrait looks like, in keyed bits. It outlives the badge: the card may be printed already.
    await runner.query(`
      CREATE TABLE portrait_marks (
        id uuid CONSTRAINT portrait_marks_pkey PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT portrait_marks_person_id_fkey REFERENCES people,
        badge_id uuid NOT NULL,
        mark bit(512) NOT NULL,
        reach integer NOT NULL,
        created_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX portrait_marks_badge ON portrait_marks (badge_id)');
    await runner.query('CREATE INDEX portrait_marks_person ON portrait_marks (person_id)');
    await runner.query(`
      CREATE TABLE badge_template (
        id integer CONSTRAINT badge_template_pkey PRIMARY KEY DEFAULT 1 CONSTRAINT badge_template_one CHECK (id = 1),
        look jsonb NOT NULL DEFAULT '{}',
        logo_id uuid CONSTRAINT badge_template_logo_id_fkey REFERENCES blobs
      )`);
    await runner.query('INSERT INTO badge_template DEFAULT VALUES');
    await runner.query('ALTER TABLE erasure_receipts ADD portraits integer NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE erasure_receipts DROP portraits');
    await runner.query('DROP TABLE badge_template, portrait_marks, badges, styles');
  }
}
