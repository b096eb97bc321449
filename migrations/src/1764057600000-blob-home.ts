import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which folder the blobs of this database lie in, so that a process with another one is noticed before it starts. */
export class BlobHome1764057600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE blob_home (
        id integer CONSTRAINT blob_home_pkey PRIMARY KEY DEFAULT 1 CONSTRAINT blob_home_one CHECK (id = 1),
        place text NOT NULL
      )`);
    // Blobs that are there already have their place. A folder gets a name that it does not know yet: the first process
    // that finds these blobs in its folder writes the name into it.
    await runner.query(`
      INSERT INTO blob_home (place)
      SELECT CASE WHEN EXISTS (SELECT FROM blob_contents) THEN 'database' ELSE gen_random_uuid()::text END
      WHERE EXISTS (SELECT FROM blobs)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE blob_home');
  }
}
