import { addDays, type LocalDate } from '@rollcall/attendance';
import type { EntityManager } from 'typeorm';

/** Days, both included. */
interface Stretch {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The first and last day of a month, `YYYY-MM`. */
export function daysOf(month: string): Stretch {
  const from = `${month}-01`;
  const next = addDays(from, 31).slice(0, 7);
  return { from, to: addDays(`${next}-01`, -1) };
}

/**
 * The days since the first that anything is known of, but for those of locked months; months that follow one another
 * are one stretch.
 *
 * @param lastDay the latest day that has begun anywhere
 */
export async function openStretches(manager: EntityManager, lastDay: LocalDate): Promise<Stretch[]> {
  const rows = await manager.query<{ month: string }[]>(OPEN_MONTHS, [lastDay]);
  const stretches: Stretch[] = [];
  for (const { from, to } of rows.map(({ month }) => daysOf(month))) {
    const before = stretches.at(-1);
    if (before && addDays(before.to, 1) === from) stretches[stretches.length - 1] = { from: before.from, to };
    else stretches.push({ from, to });
  }
  return stretches;
}

const OPEN_MONTHS = `
  SELECT to_char(month, 'YYYY-MM') AS month
  FROM generate_series(
    date_trunc('month', least(
      (SELECT min(date) FROM attendance_days), (SELECT min(local_date) FROM punches))::timestamp),
    $1::date, interval '1 month') AS month
  WHERE to_char(month, 'YYYY-MM') NOT IN (SELECT month FROM attendance_locks)
  ORDER BY 1`;
