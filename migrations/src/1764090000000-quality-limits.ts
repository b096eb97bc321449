import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How good a picture has to be, as far as somebody decided otherwise than measured. */
export class QualityLimits1764090000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE recognition_settings ADD quality_limits jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE recognition_settings DROP quality_limits');
  }
}
