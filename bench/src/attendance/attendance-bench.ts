import { BenchDatabase } from '../gallery/bench-database.js';
import type { Say } from '../gallery/size-bench.js';
import { inFreshProcess, type Told } from './fresh-process.js';
import { loadMonth } from './month.js';

const KINDS = ['timesheet', 'daily', 'lateness', 'exceptions', 'punches', 'payroll'];
const FORMATS = ['csv', 'xlsx', 'pdf'];
const LATE_PUNCHES = 200;

export interface MeasuredReport extends Told {
  readonly kind: string;
  readonly format: string;
  /** Its time over that of reading the same rows by a cursor. */
  readonly ratio: number;
}

export interface AttendanceBenchResult {
  readonly people: number;
  readonly punches: number;
  readonly rebuild: Told;
  readonly latePunch: Told;
  readonly reports: readonly MeasuredReport[];
}

/**
 * A month of synthetic people with four punches a day, in a database of its own.
 *
 * @param server a Postgres whose user may create databases and is a superuser
 */
export async function attendanceBench(
  server: string | undefined,
  people: number,
  kinds: readonly string[],
  say: Say,
): Promise<AttendanceBenchResult> {
  if (!server) throw new Error('Set DATABASE_URL to a Postgres with pgvector, as a superuser.');
  const database = await BenchDatabase.create(server);
  try {
    await inFreshProcess(database.url, { task: 'nothing' }); // It makes the tables.
    say(`loading ${people} people with ${people * 124} punches`);
    await loadMonth(database, people);
    say('every day made again');
    const rebuild = await inFreshProcess(database.url, { task: 'rebuild' });
    await database.query('VACUUM (ANALYZE) attendance_days');
    say('punches that arrive late');
    const latePunch = await inFreshProcess(database.url, { task: 'punches', count: LATE_PUNCHES });
    const reports: MeasuredReport[] = [];
    for (const kind of kinds.length > 0 ? kinds : KINDS) {
      for (const format of FORMATS) {
        say(`${kind}.${format}`);
        const told = await inFreshProcess(database.url, { task: 'report', kind, format });
        reports.push({ kind, format, ...told, ratio: told.seconds / told.cursorSeconds! });
      }
    }
    return { people, punches: people * 124, rebuild, latePunch, reports };
  } finally {
    await database.drop();
  }
}
