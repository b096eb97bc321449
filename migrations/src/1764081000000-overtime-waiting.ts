import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Overtime that nobody has approved is kept apart, because it does not count, and so is how much of a day is leave. Locked
 * months stay as they were paid; other days with leave, or worked though they were off, are made again.
 */
export class OvertimeWaiting1764081000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE attendance_days ADD overtime_waiting_minutes integer NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE attendance_days ADD leave_days real NOT NULL DEFAULT 0');
    await runner.query("UPDATE attendance_days SET leave_days = 1 WHERE status = 'leave'");
    await runner.query(`
      UPDATE attendance_days SET overtime_waiting_minutes = overtime_minutes, overtime_minutes = 0
      WHERE 'overtime-unapproved' = ANY(flags)
        AND to_char(date, 'YYYY-MM') NOT IN (SELECT month FROM attendance_locks)`);
    // What is missing is made when it is wanted.
    await runner.query(`
      DELETE FROM attendance_days d
      WHERE to_char(date, 'YYYY-MM') NOT IN (SELECT month FROM attendance_locks)
        AND ('worked-on-rest-day' = ANY(flags) OR EXISTS (
          SELECT FROM leaves l WHERE l.person_id = d.person_id AND l.status = 'approved'
            AND d.date BETWEEN l.first_date - 1 AND l.last_date))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'UPDATE attendance_days SET overtime_minutes = overtime_minutes + overtime_waiting_minutes',
    );
    await runner.query('ALTER TABLE attendance_days DROP overtime_waiting_minutes, DROP leave_days');
  }
}
