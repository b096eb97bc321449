import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the clocks of kiosks are off, and which check-ins were put right by it. */
export class DeviceClocks1764073800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE devices ADD clock_skew_seconds integer');
    await runner.query('ALTER TABLE check_ins ADD clock_skew_seconds integer NOT NULL DEFAULT 0');
    await runner.query(
      'CREATE INDEX check_ins_clock_corrected ON check_ins (person_id) WHERE clock_skew_seconds <> 0',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE check_ins DROP clock_skew_seconds');
    await runner.query('ALTER TABLE devices DROP clock_skew_seconds');
  }
}
