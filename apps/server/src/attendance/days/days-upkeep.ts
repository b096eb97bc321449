import { Injectable } from '@nestjs/common';
import { MARGIN_DAYS, type LocalDate } from '@rollcall/attendance';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { inParallel } from '../../platform/in-parallel.js';
import { DayKeeper } from './day-keeper.js';
import { Reckoner, type PersonDays } from './reckoner.js';

/** People whose days are reckoned in one transaction. */
const BATCH = 50;
/** Batches that are on their way at a time. */
const AT_ONCE = 2;
/** A day that time alone may change is looked at again after this. */
const UNSETTLED_MS = 60_000;
/** The furthest zone is so many hours ahead of UTC: no day begins earlier anywhere. */
const FURTHEST_AHEAD_MS = 14 * 3_600_000;

/** Whose days are wanted. */
export interface Wanted {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly personId?: string | undefined;
  readonly people?: readonly string[] | undefined;
  readonly departmentId?: string | undefined;
  readonly siteId?: string | undefined;
}

/**
 * Keeps days up to date. Whoever reads days asks for them here first: what became stale, what was never reckoned and
 * what time has changed is made, so that nobody ever reads yesterday's truth.
 */
@Injectable()
export class DaysUpkeep {
  constructor(
    private readonly source: DataSource,
    private readonly reckoner: Reckoner,
    private readonly keeper: DayKeeper,
    private readonly clock: Clock,
  ) {}

  /** Days up to today are made where they are wanting; how many people had any is answered. */
  async refresh(
    wanted: Wanted,
    told: (done: number, all: number) => void = () => undefined,
  ): Promise<number> {
    const today = this.lastDay();
    const range = { ...wanted, to: wanted.to < today ? wanted.to : today };
    return this.makeAll(await this.wanting(range), range, told);
  }

  /** Every day of everybody in a range is made again, whether it seems right or not. */
  async rebuild(from: LocalDate, to: LocalDate, told: (done: number, all: number) => void): Promise<number> {
    const people = await this.source.query<{ id: string }[]>(
      'SELECT id FROM people WHERE erased_at IS NULL ORDER BY id',
    );
    return this.makeAll(
      people.map(({ id }) => id),
      { from, to },
      told,
    );
  }

  /** While one batch is being written, the next is reckoned. */
  private async makeAll(
    people: readonly string[],
    range: Pick<Wanted, 'from' | 'to'>,
    told: (done: number, all: number) => void,
  ): Promise<number> {
    let done = 0;
    await inParallel(batchesOf(people), AT_ONCE, async (batch) => {
      await this.make(batch, range);
      told((done += batch.length), people.length);
    });
    return people.length;
  }

  /** The latest day that has begun anywhere. */
  lastDay(): LocalDate {
    return new Date(this.clock.now().getTime() + FURTHEST_AHEAD_MS).toISOString().slice(0, 10);
  }

  /** Those of whom a day is stale, missing, or older than time allows. */
  private async wanting({ from, to, personId, people, departmentId, siteId }: Wanted): Promise<string[]> {
    if (to < from) return [];
    const rows = await this.source.query<{ id: string }[]>(WANTING, [
      from,
      to,
      people ?? (personId ? [personId] : null),
      departmentId ?? null,
      siteId ?? null,
      new Date(this.clock.now().getTime() - UNSETTLED_MS),
      this.clock.now(),
    ]);
    return rows.map(({ id }) => id);
  }

  /** One transaction: whoever else makes days of these people waits, so that no older truth is written over a newer. */
  private make(people: readonly string[], range: Pick<Wanted, 'from' | 'to'>): Promise<void> {
    return this.source.transaction(async (manager) => {
      await manager.query(LOCK, [people]);
      const stale = await clearStale(manager, people);
      const tooLate = stale.filter(({ from: date }) => date < range.from || date > range.to);
      const begins = await beginnings(manager, people);
      const wanted = people.flatMap((personId): PersonDays[] => {
        const begun = begins.get(personId) ?? range.from;
        const from = range.from < begun ? begun : range.from;
        return from <= range.to ? [{ personId, from, to: range.to }] : [];
      });
      await this.keeper.keep(manager, await this.reckoner.reckon(manager, [...tooLate, ...wanted]));
    });
  }
}

function* batchesOf(people: readonly string[]): Generator<readonly string[]> {
  for (let i = 0; i < people.length; i += BATCH) yield people.slice(i, i + BATCH);
}

/**
 * Takes away the days that something has changed; they are made again when they are wanted. Those of a locked month
 * stay; where a punch came for them they are answered, to be compared with what would be made of them now.
 */
async function clearStale(manager: EntityManager, people: readonly string[]): Promise<PersonDays[]> {
  const rows = await manager.query<{ person_id: string; date: string }[]>(CLEAR_STALE, [people, PUNCH_REACH]);
  return rows.map(({ person_id, date }) => ({ personId: person_id, from: date, to: date }));
}

/** Days that one punch may change, from the first to the last: more are changed by rosters, which are never late. */
const PUNCH_REACH = 2 * MARGIN_DAYS;
const CLEAR_STALE = `
  WITH stale AS (
    DELETE FROM attendance_stale WHERE person_id = ANY($1) RETURNING person_id, first_date, last_date
  ), cleared AS (
    DELETE FROM attendance_days d USING stale
    WHERE d.person_id = stale.person_id AND d.date BETWEEN stale.first_date AND stale.last_date
      AND NOT EXISTS (SELECT FROM attendance_locks l WHERE l.month = to_char(d.date, 'YYYY-MM'))
  )
  SELECT DISTINCT d.person_id, d.date::text FROM stale
  CROSS JOIN LATERAL (
    SELECT stale.person_id, day::date AS date
    FROM generate_series(stale.first_date, stale.last_date, interval '1 day') AS day
  ) AS d
  JOIN attendance_locks l ON l.month = to_char(d.date, 'YYYY-MM')
  WHERE stale.last_date - stale.first_date <= $2`;

/** From when on somebody has days: since they are known, were first seen, had a shift of their own or were asked about. */
const BEGINS = `least(
  (p.created_at AT TIME ZONE 'UTC')::date - 1,
  (SELECT local_date FROM punches WHERE person_id = p.id ORDER BY at LIMIT 1),
  (SELECT min(valid_from) FROM shift_assignments WHERE person_id = p.id),
  (SELECT min(date) FROM corrections WHERE person_id = p.id AND status = 'approved'),
  (SELECT min(first_date) FROM leaves WHERE person_id = p.id AND status = 'approved'))`;

async function beginnings(
  manager: EntityManager,
  people: readonly string[],
): Promise<Map<string, LocalDate>> {
  const rows = await manager.query<{ id: string; begins: string }[]>(
    `SELECT p.id, (${BEGINS})::text AS begins FROM people p WHERE p.id = ANY($1)`,
    [people],
  );
  return new Map(rows.map(({ id, begins }) => [id, begins]));
}

const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended('attendance ' || id, 0))
  FROM (SELECT id::text FROM unnest($1::uuid[]) AS ids (id) ORDER BY id) AS ordered`;

/** The day that has begun where somebody works: at their site, or else at the first one. */
const TODAY = `($7::timestamptz AT TIME ZONE coalesce(
  (SELECT time_zone FROM sites WHERE id = p.site_id), (SELECT time_zone FROM sites ORDER BY id LIMIT 1)))::date`;

/** A day that older rules left with minutes that cannot be; one of a locked month stays. */
const IMPOSSIBLE = `least(worked_minutes, break_minutes, due_minutes, leave_minutes) < 0
  AND NOT EXISTS (SELECT FROM attendance_locks l WHERE l.month = to_char(d.date, 'YYYY-MM'))`;

const WANTING = `
  SELECT p.id FROM people p
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS days, bool_or(NOT settled AND reckoned_at < $6 OR ${IMPOSSIBLE}) AS old
    FROM attendance_days d
    WHERE d.person_id = p.id AND d.date BETWEEN $1 AND $2
  ) AS known ON true
  WHERE p.erased_at IS NULL
    AND ($3::uuid[] IS NULL OR p.id = ANY($3))
    AND ($4::uuid IS NULL OR EXISTS (SELECT FROM person_postings o WHERE o.person_id = p.id AND o.department_id = $4))
    AND ($5::uuid IS NULL OR EXISTS (SELECT FROM person_postings o WHERE o.person_id = p.id AND o.site_id = $5))
    AND (known.old
      OR known.days < least($2::date, ${TODAY}) - greatest($1::date, ${BEGINS}) + 1
      OR EXISTS (SELECT FROM attendance_stale s WHERE s.person_id = p.id
                 AND s.first_date <= $2 AND s.last_date >= $1))
  ORDER BY p.id`;
