import { Injectable } from '@nestjs/common';
import {
  addDays,
  datesBetween,
  MARGIN_DAYS,
  reckon,
  Zone,
  type DayPlan,
  type LocalDate,
  type Punch,
  type Workday,
} from '@rollcall/attendance';
import type { EntityManager } from 'typeorm';
import { SitesService } from '../../people/sites.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { planDay, type PlannedDay } from './day-plans.js';
import { RosterBook } from './roster-book.js';

/** Days of one person, both included. */
export interface PersonDays {
  readonly personId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A day as it was reckoned, and where the person belonged on it. */
export interface ReckonedDay {
  readonly personId: string;
  readonly day: Workday;
  /** Whether the clock of a kiosk that saw the person was off, and put right. */
  readonly clockCorrected: boolean;
  readonly plan: DayPlan;
  readonly departmentId: string | null;
  readonly siteId: string | null;
}

/** Makes days out of punches, rosters and what was approved. It writes nothing. */
@Injectable()
export class Reckoner {
  constructor(
    private readonly book: RosterBook,
    private readonly sites: SitesService,
    private readonly clock: Clock,
  ) {}

  async reckon(manager: EntityManager, wanted: readonly PersonDays[]): Promise<ReckonedDay[]> {
    if (wanted.length === 0) return [];
    const people = wanted.map(({ personId }) => personId);
    const from = addDays(least(wanted.map((each) => each.from)), -MARGIN_DAYS);
    const to = addDays(greatest(wanted.map((each) => each.to)), MARGIN_DAYS);
    const page = await this.book.open(manager, people, from, to);
    const punches = await punchesOf(manager, people, from, to);
    const heard = await heardUntil(manager);
    const putRight = await clockCorrected(manager, people);
    const usualSite = await this.sites.first(manager);
    const asOf = this.clock.now().getTime();
    return wanted.flatMap((each) => {
      const seen = punches.get(each.personId);
      const plans = datesBetween(addDays(each.from, -MARGIN_DAYS), addDays(each.to, MARGIN_DAYS)).map(
        (date) => planDay(page, each.personId, date, usualSite, seen?.siteOn.get(date)),
      );
      const byDate = new Map(plans.map((planned) => [planned.plan.date, planned]));
      const deliveredUntil = heard.get(siteOf(plans, usualSite.id)) ?? null;
      const days = reckon(
        plans.map(({ plan }) => plan),
        seen?.punches ?? [],
        each.from,
        each.to,
        { asOf, deliveredUntil },
      );
      const begun = days.filter(({ date, timeZone }) => Zone.of(timeZone).beginningOf(date) <= asOf);
      return begun.map((day) => {
        const { plan, departmentId, siteId } = byDate.get(day.date)!;
        const clockCorrected = hasAny(day, putRight);
        return { personId: each.personId, day, plan, clockCorrected, departmentId, siteId };
      });
    });
  }
}

const least = (dates: readonly LocalDate[]) => dates.reduce((a, b) => (b < a ? b : a));
const greatest = (dates: readonly LocalDate[]) => dates.reduce((a, b) => (b > a ? b : a));
const siteOf = (plans: readonly PlannedDay[], usual: string) => plans.at(-1)?.siteId ?? usual;

/** When somebody was seen, and at which site first on each date of that site's calendar. */
interface Seen {
  readonly punches: readonly Punch[];
  readonly siteOn: ReadonlyMap<LocalDate, string>;
}

/**
 * The punches of these days, and before them back to a pause of more than sixteen hours: whoever has no shift has each
 * punch understood by the one before.
 */
async function punchesOf(
  manager: EntityManager,
  people: readonly string[],
  from: LocalDate,
  to: LocalDate,
): Promise<Map<string, Seen>> {
  const rows = await manager.query<{ person_id: string; punches: PunchRow[] }[]>(
    `SELECT who.person_id, json_agg(json_build_array(
       p.check_in_id,
       (extract(epoch FROM p.at) * 1000)::bigint,
       CASE WHEN p.direction_fixed THEN p.direction END, p.site_id, p.local_date) ORDER BY p.at, p.id) AS punches
     FROM unnest($1::uuid[]) AS who (person_id)
     LEFT JOIN LATERAL (
       SELECT b.at FROM punches b
       WHERE b.person_id = who.person_id AND b.at < $2::date - interval '1 day' AND NOT EXISTS (
         SELECT FROM punches q WHERE q.person_id = b.person_id AND q.at < b.at AND q.at >= b.at - interval '16 hours')
       ORDER BY b.at DESC LIMIT 1
     ) AS pause ON true
     JOIN punches p ON p.person_id = who.person_id AND p.at < $3::date + interval '2 days'
       AND p.at >= coalesce(pause.at, $2::date - interval '1 day')
     GROUP BY who.person_id`,
    [people, from, to],
  );
  return new Map(rows.map((row) => [row.person_id, seenBy(row.punches)]));
}

type PunchRow = [id: string, at: number, direction: 'in' | 'out' | null, siteId: string, date: LocalDate];

/** @param rows in the order of their instants */
function seenBy(rows: readonly PunchRow[]): Seen {
  const siteOn = new Map<LocalDate, string>();
  for (const [, , , siteId, date] of rows) if (!siteOn.has(date)) siteOn.set(date, siteId);
  const punches = rows.map(([id, at, direction, , localDate]) => ({
    id,
    at: Number(at),
    direction,
    localDate,
  }));
  return { punches, siteOn };
}

const hasAny = ({ punches }: Workday, ids: ReadonlySet<string>) =>
  ids.size > 0 && punches.some(({ punch }) => ids.has(punch.id));

/** The check-ins of these people whose kiosk had a wrong clock. */
async function clockCorrected(manager: EntityManager, people: readonly string[]): Promise<Set<string>> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT id FROM check_ins WHERE person_id = ANY($1) AND clock_skew_seconds <> 0',
    [people],
  );
  return new Set(rows.map(({ id }) => id));
}

/** By site, the moment up to which every kiosk that was ever heard has been heard. */
async function heardUntil(manager: EntityManager): Promise<Map<string, number>> {
  const rows = await manager.query<{ site_id: string; heard: Date }[]>(
    `SELECT site_id, min(last_seen_at) AS heard FROM devices
     WHERE removed_at IS NULL AND last_seen_at IS NOT NULL GROUP BY site_id`,
  );
  return new Map(rows.map(({ site_id, heard }) => [site_id, heard.getTime()]));
}
