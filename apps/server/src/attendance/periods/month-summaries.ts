import type { AttendancePeriod } from '@rollcall/contracts';
import type { EntityManager } from 'typeorm';

interface Row {
  readonly month: string;
  readonly locked_at: Date | null;
  readonly locked_by: string | null;
  readonly days: number;
  readonly to_review: number;
  readonly open_requests: number;
  readonly late_events: number;
}

/** What stands in the way of paying somebody by a day. */
const TO_REVIEW = `ARRAY['missing-out', 'missing-in', 'over-16-hours', 'uneven-punches', 'unknown-shift',
  'outside-shift', 'missing-shift', 'awaiting-devices', 'overtime-unapproved', 'worked-on-leave', 'open']`;

/** Months with days or a lock, the latest first; or the one that is asked for, whatever it has. */
export async function monthSummaries(
  manager: EntityManager,
  only: string | null,
): Promise<AttendancePeriod[]> {
  const rows = await manager.query<Row[]>(
    `WITH days AS (
       SELECT to_char(date, 'YYYY-MM') AS month,
         count(*) FILTER (WHERE status <> 'rest')::int AS days,
         count(*) FILTER (WHERE flags && ${TO_REVIEW})::int AS to_review,
         count(*) FILTER (WHERE 'late-event' = ANY(flags))::int AS late_events
       FROM attendance_days WHERE $1::text IS NULL OR to_char(date, 'YYYY-MM') = $1 GROUP BY 1),
     requests AS (
       SELECT month, count(*)::int AS open FROM (
         SELECT to_char(date, 'YYYY-MM') AS month FROM corrections WHERE status = 'requested'
         UNION ALL SELECT to_char(first_date, 'YYYY-MM') FROM leaves WHERE status = 'requested') AS each GROUP BY 1),
     months AS (SELECT month FROM days UNION SELECT month FROM attendance_locks UNION SELECT $1)
     SELECT months.month, locked_at, locked_by, coalesce(days, 0) AS days, coalesce(to_review, 0) AS to_review,
       coalesce(open, 0) AS open_requests, coalesce(late_events, 0) AS late_events
     FROM months LEFT JOIN days USING (month) LEFT JOIN requests USING (month) LEFT JOIN attendance_locks USING (month)
     WHERE months.month IS NOT NULL AND ($1::text IS NULL OR months.month = $1)
     ORDER BY months.month DESC LIMIT 120`,
    [only],
  );
  return rows.map((row) => ({
    month: row.month,
    locked: row.locked_at !== null,
    lockedAt: row.locked_at?.toISOString() ?? null,
    lockedBy: row.locked_by,
    days: row.days,
    toReview: row.to_review,
    openRequests: row.open_requests,
    lateEvents: row.late_events,
  }));
}
