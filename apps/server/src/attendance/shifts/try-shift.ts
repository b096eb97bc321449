import {
  addDays,
  datesBetween,
  MARGIN_DAYS,
  planShift,
  reckon,
  Zone,
  type DayPlan,
  type LocalDate,
} from '@rollcall/attendance';
import type { DayAccount, Shift, ShiftTry } from '@rollcall/contracts';
import { presentReckoned } from '../days/day-message.js';
import { presentPlan, presentStretch } from '../days/plan-message.js';
import { checked } from './checked.js';
import { completed, rulesOf } from './shift-fields.js';
import { ALWAYS, presentShift } from './shift-message.js';

/** A day without summer time, of nobody, at no site. */
const DATE: LocalDate = '2026-03-02';
const NOBODY = '00000000-0000-0000-0000-000000000000';
const PUNCH = '00000000-0000-7000-8000-0000000000';
const TIME_ZONE = 'UTC';
const LONG_AFTER = Date.parse('2027-01-01T00:00:00Z');

/** What a shift would make of punches on a day, long after it. @throws DomainError SHIFT_HOURS */
export function tryShift({ punches, ...fields }: ShiftTry): DayAccount {
  const rules = checked(completed(fields));
  const midnight = Date.parse(`${DATE}T00:00:00Z`);
  const shift = presentShift(
    { id: NOBODY, name: '', createdAt: new Date(midnight) },
    { rules, validFrom: ALWAYS },
  );
  const plans = datesBetween(addDays(DATE, -MARGIN_DAYS), addDays(DATE, MARGIN_DAYS)).map((date) =>
    planOf(date, shift),
  );
  const seen = punches.map(({ minute, direction }, i) => ({
    id: `${PUNCH}${String(i).padStart(2, '0')}`,
    at: midnight + minute * 60_000,
    direction: direction ?? null,
  }));
  const [day] = reckon(plans, seen, DATE, DATE, { asOf: LONG_AFTER, deliveredUntil: null });
  return {
    day: presentReckoned(NOBODY, day!),
    plan: presentPlan(day!, [shift]),
    presence: day!.presence.map(presentStretch),
    holiday: null,
    overtimeApproved: false,
    unlocked: null,
  };
}

/** The shift on this one day. */
function planOf(date: LocalDate, shift: Shift): DayPlan {
  const planned = planShift(shift.id, rulesOf(shift), date, Zone.of(TIME_ZONE));
  return {
    date,
    timeZone: TIME_ZONE,
    shifts: date === DATE ? [planned] : [],
    rostered: true,
    holiday: null,
    leaves: [],
    corrections: [],
    overtimeApprovedMinutes: 0,
    overtimeOnDayOff: null,
  };
}
