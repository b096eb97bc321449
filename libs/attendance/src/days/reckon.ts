import type { Punch } from '../punches/punch.js';
import { divideTime, type Territory } from '../punches/territory.js';
import { addDays, type LocalDate } from '../time/local-date.js';
import { Zone } from '../time/zone.js';
import { claim } from './claim.js';
import type { DayPlan } from './day-plan.js';
import { withNightLeave } from './night-leave.js';
import { ownCorrections } from './own-corrections.js';
import { reckonDay } from './reckon-day.js';
import type { Knowledge } from './settle.js';
import type { Workday } from './workday.js';

/**
 * How many days before and after the days that are asked for the plans and punches must reach, so that the days do not
 * depend on where one began: shifts over midnight, their neighbours, and what completes these lie within.
 */
export const MARGIN_DAYS = 3;

/**
 * The days of a person, from punches and plans. It is a function of their sets: neither the order of arrival nor the
 * days that were reckoned before play a part, so that a late punch recomputes only the days around it
 * (`daysAround`) and gets what a full rebuild gets.
 *
 * @param given plans of every day from `MARGIN_DAYS` before the first day asked for to `MARGIN_DAYS` after the last, in order
 * @param punches at least those of these days, in any order; one that is there twice (same id) counts once
 * @param from first day asked for
 * @param to last day asked for
 */
export function reckon(
  given: readonly DayPlan[],
  punches: readonly Punch[],
  from: LocalDate,
  to: LocalDate,
  knowledge: Knowledge,
): Workday[] {
  const plans = withNightLeave(given);
  const territories = divideTime(
    plans.flatMap(({ shifts }) => shifts).sort((a, b) => a.span.from - b.span.from),
  );
  const byDate = new Map<LocalDate, Territory[]>();
  for (const each of territories) byDate.set(each.shift.date, [...(byDate.get(each.shift.date) ?? []), each]);
  const corrections = new Map(
    plans.flatMap(({ date, corrections: all }) => [...ownCorrections(all, byDate.get(date) ?? [])]),
  );
  const { claimed, completed, strays } = claim(punches, territories, corrections, dateIn(plans));
  return plans
    .filter(({ date }) => date >= from && date <= to)
    .map((plan) => {
      const shifts = (byDate.get(plan.date) ?? []).map((territory) => ({
        territory,
        punches: claimed.get(territory) ?? [],
        correction: corrections.get(territory) ?? null,
        completed: completed.has(territory),
      }));
      return reckonDay(plan, { shifts, strays: strays.get(plan.date) ?? [] }, knowledge);
    });
}

/** The days whose reckoning a punch at this instant may change. */
export function daysAround(instant: number, zone: Zone): { from: LocalDate; to: LocalDate } {
  const date = zone.dateAt(instant);
  return { from: addDays(date, -MARGIN_DAYS), to: addDays(date, MARGIN_DAYS) };
}

/** The day of an instant, in a zone that may have changed between two days. */
function dateIn(plans: readonly DayPlan[]): (instant: number) => LocalDate {
  const zones = new Map(plans.map(({ date, timeZone }) => [date, Zone.of(timeZone)]));
  const usual = Zone.of(plans[0]?.timeZone ?? 'UTC');
  return (instant) => {
    const date = usual.dateAt(instant);
    return (zones.get(date) ?? usual).dateAt(instant);
  };
}
