import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether faces live is asked where the pack can tell; what was found is kept with the check-in. */
export class Liveness1764086400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE recognition_settings
        ADD liveness boolean NOT NULL DEFAULT true,
        ADD liveness_threshold double precision,
        ADD enrollment_liveness boolean NOT NULL DEFAULT true,
        ADD enrollment_liveness_threshold double precision,
        ADD attributes boolean NOT NULL DEFAULT false`);
    await runner.query('ALTER TABLE devices ADD liveness boolean, ADD liveness_threshold double precision');
    await runner.query('ALTER TABLE check_ins ADD liveness jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE check_ins DROP liveness');
    await runner.query('ALTER TABLE devices DROP liveness, DROP liveness_threshold');
    await runner.query(`
      ALTER TABLE recognition_settings DROP liveness, DROP liveness_threshold, DROP enrollment_liveness,
        DROP enrollment_liveness_threshold, DROP attributes`);
  }
}
