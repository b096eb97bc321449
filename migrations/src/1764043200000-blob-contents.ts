import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Room for sealed photos and frames in the database, for servers that share nothing else. */
export class BlobContents1764043200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE blob_contents (
        blob_id uuid CONSTRAINT blob_contents_pkey PRIMARY KEY
          CONSTRAINT blob_contents_blob_id_fkey REFERENCES blobs ON DELETE CASCADE,
        sealed bytea NOT NULL
      )`);
    // Sealed bytes do not compress.
    await runner.query('ALTER TABLE blob_contents ALTER COLUMN sealed SET STORAGE EXTERNAL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE blob_contents');
  }
}
