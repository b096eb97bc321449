import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An approval of overtime is for the minutes that waited when it was given; those from before keep covering their day.
 * The rules by which days follow from punches have changed as well: days of months that are not locked are made again
 * when they are wanted, and locked months stay as they were paid.
 */
export class ApprovedMinutes1764082800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE overtime_approvals ADD minutes integer');
    await runner.query(`
      DELETE FROM attendance_days
      WHERE to_char(date, 'YYYY-MM') NOT IN (SELECT month FROM attendance_locks)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE overtime_approvals DROP minutes');
  }
}
