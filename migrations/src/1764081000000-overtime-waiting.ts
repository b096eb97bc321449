import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Overtime that nobody has approved is kept apart, because it does not count. Locked months stay as they were paid. */
export class OvertimeWaiting1764081000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE attendance_days ADD overtime_waiting_minutes integer NOT NULL DEFAULT 0');
    await runner.query(`
      UPDATE attendance_days SET overtime_waiting_minutes = overtime_minutes, overtime_minutes = 0
      WHERE 'overtime-unapproved' = ANY(flags)
        AND to_char(date, 'YYYY-MM') NOT IN (SELECT month FROM attendance_locks)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'UPDATE attendance_days SET overtime_minutes = overtime_minutes + overtime_waiting_minutes',
    );
    await runner.query('ALTER TABLE attendance_days DROP overtime_waiting_minutes');
  }
}
