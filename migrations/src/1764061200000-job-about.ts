import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a job works on, for people who look at a list of them. */
export class JobAbout1764061200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE jobs ADD about jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE jobs DROP about');
  }
}
