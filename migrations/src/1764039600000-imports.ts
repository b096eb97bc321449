import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of people on their way in, and the fingerprint by which a photo that is enrolled already is known. */
export class Imports1764039600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE imports (
        id uuid CONSTRAINT imports_pkey PRIMARY KEY,
        job_id uuid NOT NULL CONSTRAINT imports_job_id_key UNIQUE,
        unused_files jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        delete_after timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX imports_delete_after ON imports (delete_after)');
    await runner.query(`
      CREATE TABLE import_rows (
        id uuid CONSTRAINT import_rows_pkey PRIMARY KEY,
        import_id uuid NOT NULL CONSTRAINT import_rows_import_id_fkey REFERENCES imports ON DELETE CASCADE,
        line integer NOT NULL,
        employee_no text,
        name text,
        fields jsonb NOT NULL,
        person_id uuid CONSTRAINT import_rows_person_id_fkey REFERENCES people,
        created boolean NOT NULL DEFAULT false,
        outcome text NOT NULL,
        code text,
        detail text,
        CONSTRAINT import_rows_import_id_line_key UNIQUE (import_id, line)
      )`);
    await runner.query('CREATE INDEX import_rows_person ON import_rows (person_id)');
    await runner.query('CREATE INDEX import_rows_employee_no ON import_rows (employee_no)');
    await runner.query(`
      CREATE TABLE import_photos (
        id uuid CONSTRAINT import_photos_pkey PRIMARY KEY,
        row_id uuid NOT NULL CONSTRAINT import_photos_row_id_fkey REFERENCES import_rows ON DELETE CASCADE,
        name text NOT NULL,
        blob_id uuid CONSTRAINT import_photos_blob_id_fkey REFERENCES blobs ON DELETE SET NULL,
        outcome text NOT NULL,
        code text,
        detail text,
        like_person_id uuid CONSTRAINT import_photos_like_person_id_fkey REFERENCES people
      )`);
    await runner.query('CREATE INDEX import_photos_row ON import_photos (row_id)');
    await runner.query('CREATE INDEX import_photos_blob ON import_photos (blob_id)');
    await runner.query('CREATE INDEX import_photos_like_person ON import_photos (like_person_id)');

    await runner.query('ALTER TABLE faces ADD COLUMN photo_hash text');
    await runner.query('CREATE UNIQUE INDEX faces_photo_hash ON faces (person_id, photo_hash)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE faces DROP COLUMN photo_hash');
    await runner.query('DROP TABLE import_photos, import_rows, imports');
  }
}
