import { randomUUID } from 'node:crypto';
import { finished } from 'node:stream/promises';
import { Writable } from 'node:stream';
import pg from 'pg';
import { percentile } from '../statistics.js';
import type { ServerApp } from '../gallery/server-modules.js';
import type { AttendanceModules } from './attendance-modules.js';
import { MONTH } from './month.js';

/** What a process is told to do: one thing, in a life of its own, so that its memory is that thing's. */
export type Task =
  | { readonly task: 'nothing' }
  | { readonly task: 'rebuild' }
  | { readonly task: 'punches'; readonly count: number }
  | { readonly task: 'report'; readonly kind: string; readonly format: string };

export interface Done {
  readonly seconds: number;
  readonly bytes?: number;
  /** The most memory that the process ever had, up to the end of the report. */
  readonly peakMb?: number;
  /** Of the same rows by a plain cursor, afterwards in the same process. */
  readonly cursorSeconds?: number;
  readonly p50Ms?: number;
  readonly p95Ms?: number;
}

export interface Serving {
  readonly modules: AttendanceModules;
  readonly app: ServerApp;
  readonly databaseUrl: string;
}

export async function perform(serving: Serving, task: Task): Promise<Done> {
  if (task.task === 'rebuild') return rebuild(serving);
  if (task.task === 'punches') return latePunches(serving, task.count);
  if (task.task === 'report') return report(serving, task.kind, task.format);
  return { seconds: 0 };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

async function rebuild({ modules, app }: Serving): Promise<Done> {
  const upkeep = app.get(modules.DaysUpkeep);
  return { seconds: await timed(() => upkeep.rebuild(MONTH.from, MONTH.to, () => undefined)) };
}

/** A punch that arrives late, as a check-in makes it, and the days of that person's month up to date again. */
async function latePunches({ modules, app }: Serving, count: number): Promise<Done> {
  const [upkeep, punches, source] = [
    app.get(modules.DaysUpkeep),
    app.get(modules.PunchesService),
    app.get(modules.DataSource),
  ];
  const chosen = await source.query<{ id: string; site_id: string; device_id: string; time_zone: string }[]>(
    `SELECT p.id, p.site_id, d.id AS device_id, s.time_zone FROM people p
     JOIN sites s ON s.id = p.site_id JOIN devices d ON d.site_id = s.id ORDER BY md5(p.id::text) LIMIT $1`,
    [count],
  );
  const took: number[] = [];
  for (const { id: personId, site_id, device_id, time_zone } of chosen) {
    const [checkInId, at] = [randomUUID(), new Date('2026-03-18T20:30:00Z')];
    await source.query(
      `INSERT INTO check_ins (id, device_id, site_id, decision, person_id, model_id, threshold, reasons, captured_at,
         received_at, late, time_zone, local_time)
       VALUES ($1, $2, $3, 'matched', $4, 'bench', 0.4, '[]', $5, now(), true, $6, '2026-03-18T21:30:00')`,
      [checkInId, device_id, site_id, personId, at, time_zone],
    );
    const presence = { personId, site: { id: site_id, timeZone: time_zone }, at, direction: null };
    const seconds = await timed(async () => {
      await source.transaction(async (manager) => {
        const timeline = await punches.timeline(manager, presence, 60);
        await punches.punch(manager, checkInId, presence, timeline);
      });
      await upkeep.refresh({ ...MONTH, personId });
    });
    took.push(seconds * 1000);
  }
  const seconds = took.reduce((sum, each) => sum + each, 0) / 1000;
  return { seconds, p50Ms: percentile(took, 0.5), p95Ms: percentile(took, 0.95) };
}

async function report({ modules, app, databaseUrl }: Serving, kind: string, format: string): Promise<Done> {
  const [maker, files] = [app.get(modules.ReportMaker), app.get(modules.ReportFiles)];
  const wish = { ...MONTH, kind, lang: 'en', paper: 'a4', bom: false };
  let bytes = 0;
  const seconds = await timed(async () => {
    const sink = new Writable({
      write(chunk: Buffer, _encoding, next) {
        bytes += chunk.length;
        next();
      },
    });
    await finished(files.write(await maker.make(wish), format, wish).pipe(sink));
  });
  const peakMb = process.resourceUsage().maxRSS / 1024;
  return {
    seconds,
    bytes,
    peakMb,
    cursorSeconds: await timed(() => readByCursor(databaseUrl, kind === 'punches')),
  };
}

const COLUMNS = `d.person_id, d.date, d.status, d.due_minutes, d.worked_minutes, d.late_minutes, d.early_minutes,
  d.overtime_minutes, d.break_minutes, d.leave_minutes, d.flags, d.time_zone, d.site_id, d.shift_id, d.first_in, d.last_out`;

/** The same columns of the same rows, a thousand at a time, and nothing done with them. */
async function readByCursor(url: string, withPunches: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('BEGIN');
  await client.query(
    `DECLARE days NO SCROLL CURSOR FOR SELECT ${COLUMNS}${withPunches ? ', d.punches' : ''}, p.employee_no, p.name
     FROM attendance_days d JOIN people p ON p.id = d.person_id
     WHERE d.date BETWEEN '${MONTH.from}' AND '${MONTH.to}'`,
  );
  while ((await client.query('FETCH 1000 FROM days')).rows.length > 0);
  await client.query('ROLLBACK');
  await client.end();
}
