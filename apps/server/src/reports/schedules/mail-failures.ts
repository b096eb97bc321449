import type { MailFailure } from '@rollcall/contracts';
import type { EntityManager } from 'typeorm';
import type { JobFault } from '../../platform/jobs/job.entity.js';

interface FailedMail {
  readonly scheduleId: string;
  readonly error: JobFault;
  readonly at: Date;
  readonly nextAttemptAt: Date | null;
}

/** Why the newest mail of schedules has not come, as its job tells: what failed before and came later is forgotten. */
export async function failuresOf(
  manager: EntityManager,
  scheduleIds: readonly string[],
): Promise<Map<string, MailFailure>> {
  if (scheduleIds.length === 0) return new Map();
  const rows = await manager.query<FailedMail[]>(NEWEST, [scheduleIds]);
  return new Map(
    rows.map(({ scheduleId, error: { code, detail }, at, nextAttemptAt }) => [
      scheduleId,
      { code, detail, at: at.toISOString(), nextAttemptAt: nextAttemptAt?.toISOString() ?? null },
    ]),
  );
}

const NEWEST = `
  SELECT "scheduleId", error, coalesce(finished_at, started_at, created_at) AS at,
    CASE WHEN state <> 'failed' THEN run_after END AS "nextAttemptAt"
  FROM (
    SELECT DISTINCT ON (payload->>'scheduleId') payload->>'scheduleId' AS "scheduleId", jobs.*
    FROM jobs WHERE kind = 'reports.mail' AND payload->>'scheduleId' = ANY($1)
    ORDER BY payload->>'scheduleId', id DESC
  ) newest
  WHERE error IS NOT NULL AND state IN ('waiting', 'active', 'failed')`;
