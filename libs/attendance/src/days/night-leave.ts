import type { ClockSpan } from '../shifts/shift.js';
import { addDays } from '../time/local-date.js';
import type { DayPlan, Leave } from './day-plan.js';

const DAY_MINUTES = 1440;

/**
 * Leave by hours, with the shift whose time it takes. 04:00 to 06:00 of a night from 22:00 to 06:00 may be asked for by
 * the day of the shift or by that of the hours. Hours that touch a shift of their day as they stand are of that shift;
 * else those after midnight are of the night that begins on their day; else of the one that began on the day before.
 *
 * @param plans of days that follow each other
 */
export function withNightLeave(plans: readonly DayPlan[]): DayPlan[] {
  const placed = plans.map((plan, i) => {
    const before = plans[i - 1];
    const night = before && addDays(before.date, 1) === plan.date ? before : undefined;
    return plan.leaves.map((leave) => ({ leave, place: placeOf(leave, plan, night) }));
  });
  return plans.map((plan, i) => ({
    ...plan,
    leaves: [
      ...placed[i]!.flatMap(({ leave, place }) =>
        place === 'as-it-stands' ? leave : place === 'own-night' ? nextMorning(leave) : [],
      ),
      ...(placed[i + 1] ?? []).flatMap(({ leave, place }) =>
        place === 'night-before' ? nextMorning(leave) : [],
      ),
    ],
  }));
}

function placeOf(leave: Leave, plan: DayPlan, night: DayPlan | undefined) {
  if (leave.kind !== 'hours' || touches(plan, leave.span)) return 'as-it-stands';
  if (touches(plan, onNextDay(leave.span))) return 'own-night';
  return night && touches(night, onNextDay(leave.span)) ? 'night-before' : 'as-it-stands';
}

const touches = ({ shifts }: DayPlan, { start, end }: ClockSpan) =>
  shifts.some(({ rules: { hours } }) => start < hours.end && end > hours.start);
const onNextDay = ({ start, end }: ClockSpan): ClockSpan => ({
  start: start + DAY_MINUTES,
  end: end + DAY_MINUTES,
});
const nextMorning = (leave: Leave): Leave =>
  leave.kind === 'hours' ? { ...leave, span: onNextDay(leave.span) } : leave;
