import type { Territory } from '../punches/territory.js';
import { addDays } from '../time/local-date.js';
import { Zone } from '../time/zone.js';
import type { DayPlan } from './day-plan.js';

/** Up to when things are known, as instants. */
export interface Knowledge {
  readonly asOf: number;
  /** Up to when every kiosk of the person's site has delivered what it saw; null where nothing is waited for. */
  readonly deliveredUntil: number | null;
}

/** How long a silent kiosk keeps a day open, in days. */
const PATIENCE_DAYS = 3;

/** Whether a day is over for good, and whether kiosks keep it from that. */
export interface Settlement {
  /** The day is over, no punch can belong to it any more but late ones, and every kiosk has delivered. */
  readonly settled: boolean;
  /** The last shift has ended, but a kiosk of the site has not been heard since. */
  readonly awaiting: boolean;
}

/** @param territories of the day's shifts */
export function settle(
  { date, timeZone }: DayPlan,
  territories: readonly Territory[],
  { asOf, deliveredUntil }: Knowledge,
): Settlement {
  const zone = Zone.of(timeZone);
  const over = Math.max(zone.beginningOf(addDays(date, 1)), ...territories.map(({ to }) => to));
  const workEnds = Math.max(zone.beginningOf(date), ...territories.map(({ shift }) => shift.span.to));
  const waitedEnough = asOf >= over + PATIENCE_DAYS * 86_400_000;
  const delivered = waitedEnough || deliveredUntil === null || deliveredUntil >= Math.min(workEnds, asOf);
  return { settled: asOf >= over && delivered, awaiting: asOf >= workEnds && !delivered };
}
