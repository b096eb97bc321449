import type { BenchDatabase } from '../gallery/bench-database.js';

export const MONTH = { from: '2026-03-01', to: '2026-03-31' };
const DEPARTMENTS = 50;

/** An id of the n-th thing of a kind, as sql. */
const ID = (kind: number, n: string) =>
  `('01980000-0000-700${kind}-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

const RULES = {
  kind: 'fixed',
  start: '09:00',
  end: '18:00',
  coreStart: null,
  coreEnd: null,
  dueMinutes: null,
  breakRule: 'deducted',
  breakMinutes: 60,
  breakAfterMinutes: 360,
  secondBreakMinutes: 0,
  secondBreakAfterMinutes: 0,
  breakWindows: [],
  graceInMinutes: 10,
  graceOutMinutes: 10,
  halfDayMinutes: 240,
  absentMinutes: 120,
  earlyArrivalCounts: false,
  overtimeBasis: 'planned',
  overtimeAfterMinutes: 30,
  overtimeRoundMinutes: 1,
  overtimeNeedsApproval: false,
  pairing: 'every-pair',
  directions: 'device',
  windowBeforeMinutes: 240,
  windowAfterMinutes: 480,
  closing: 'none',
  minGapOutMinutes: 1,
  minGapInMinutes: 1,
};

/** 09:00, 12:00, 13:00 and 18:00, give or take 17 minutes: some are late, some early, some work overtime. */
const LOCAL = `(DATE '${MONTH.from}' + (n / 4 % 31)::int)
  + (ARRAY[540, 720, 780, 1080])[n % 4 + 1] * interval '1 minute'
  + ((hashint8(n) % 18) * interval '1 minute')`;
const ZONE = "CASE WHEN n / 124 % 2 = 0 THEN 'Europe/Berlin' ELSE 'America/New_York' END";

/** People in two zones, in fifty departments, with one shift, and four punches on each of 31 days. */
const statements = (people: number, now: string) => `
  INSERT INTO sites (id, name, time_zone, created_at) VALUES
    (${ID(1, '0')}, 'Berlin', 'Europe/Berlin', '${now}'), (${ID(1, '1')}, 'New York', 'America/New_York', '${now}');
  INSERT INTO site_zones SELECT id, DATE '0001-01-01', time_zone FROM sites;
  INSERT INTO departments (id, name, created_at)
    SELECT ${ID(2, 'n')}, 'Department ' || lpad(n::text, 2, '0'), '${now}' FROM generate_series(0, ${DEPARTMENTS - 1}) n;
  INSERT INTO shifts (id, name, created_at) VALUES (${ID(3, '0')}, 'Day', '${now}');
  INSERT INTO shift_versions VALUES (${ID(3, '0')}, DATE '0001-01-01', '${JSON.stringify(RULES)}');
  INSERT INTO devices (id, name, site_id, direction, show_scores, last_seen_at, created_at)
    SELECT ${ID(4, 'n')}, 'Kiosk ' || n, ${ID(1, 'n')}, 'auto', false, '${now}', '${now}' FROM generate_series(0, 1) n;
  INSERT INTO people (id, employee_no, name, department_id, site_id, face_count, created_at, updated_at)
    SELECT ${ID(5, 'n')}, 'B' || lpad(n::text, 6, '0'), CASE WHEN n % 10 = 0 THEN '王小明' ELSE 'Zoë Person ' || n END,
      ${ID(2, `(n % ${DEPARTMENTS})`)}, ${ID(1, '(n % 2)')}, 0, '2026-02-01', '2026-02-01'
    FROM generate_series(0, ${people}::bigint - 1) n;
  INSERT INTO person_postings SELECT id, DATE '0001-01-01', department_id, site_id, NULL, true FROM people;
  INSERT INTO shift_assignments (id, department_id, shift_id, valid_from, weekdays, created_at)
    SELECT ${ID(6, 'n')}, ${ID(2, 'n')}, ${ID(3, '0')}, DATE '2026-01-01', '{1,2,3,4,5,6}', '${now}'
    FROM generate_series(0, ${DEPARTMENTS - 1}) n;
  INSERT INTO check_ins (id, device_id, site_id, decision, person_id, model_id, threshold, reasons, captured_at,
      received_at, late, time_zone, local_time)
    SELECT ${ID(7, 'n')}, ${ID(4, '(n / 124 % 2)')}, ${ID(1, '(n / 124 % 2)')}, 'matched', ${ID(5, '(n / 124)')}, 'bench',
      0.4, '[]', l.at AT TIME ZONE l.zone, l.at AT TIME ZONE l.zone, false, l.zone,
      to_char(l.at, 'YYYY-MM-DD"T"HH24:MI:SS')
    FROM generate_series(0, ${people}::bigint * 124 - 1) n CROSS JOIN LATERAL (SELECT ${LOCAL} AS at, ${ZONE} AS zone) l;
  INSERT INTO punches (id, check_in_id, person_id, site_id, at, time_zone, local_date, local_time, direction, direction_fixed)
    SELECT id, id, person_id, site_id, captured_at, time_zone, left(local_time, 10)::date, local_time,
      CASE WHEN ('x' || right(id::text, 8))::bit(32)::int % 2 = 0 THEN 'in' ELSE 'out' END, false
    FROM check_ins`;

/** Past triggers and foreign keys, as a backup would be restored. */
export async function loadMonth(database: BenchDatabase, people: number): Promise<void> {
  const now = new Date().toISOString();
  await database.with(async (client) => {
    await client.query('SET session_replication_role = replica');
    await client.query('TRUNCATE sites CASCADE');
    for (const statement of statements(people, now).split(';\n')) await client.query(statement);
    await client.query('VACUUM (ANALYZE) people, person_postings, punches, check_ins');
  });
}
