import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From how many templates an index is kept follows from what is measured, unless somebody says otherwise. */
export class IndexFrom1764050400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE recognition_settings ALTER index_from DROP NOT NULL, ALTER index_from DROP DEFAULT',
    );
    await runner.query('UPDATE recognition_settings SET index_from = NULL WHERE index_from = 50000');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE recognition_settings SET index_from = 50000 WHERE index_from IS NULL');
    await runner.query(
      'ALTER TABLE recognition_settings ALTER index_from SET DEFAULT 50000, ALTER index_from SET NOT NULL',
    );
  }
}
