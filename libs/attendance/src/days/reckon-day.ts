import { byCapture, type Punch } from '../punches/punch.js';
import type { Territory } from '../punches/territory.js';
import { SHIFT_DEFAULTS } from '../shifts/shift.js';
import type { Correction, DayPlan } from './day-plan.js';
import { overtimeMinutes } from './overtime.js';
import { wholeCorrection } from './own-corrections.js';
import { settle, type Knowledge } from './settle.js';
import { workShift, type ShiftWork } from './shift-work.js';
import { isWholeLeave, leaveDaysOf, statusOf } from './status.js';
import { strayWork } from './stray-work.js';
import type { DayFlag, Workday } from './workday.js';

/** What belongs to a shift. */
export interface ShiftPunches {
  readonly territory: Territory;
  readonly punches: readonly Punch[];
  /** What of the day's correction is of this shift. */
  readonly correction: Correction | null;
  /** Whether a punch from outside of its time is among them. */
  readonly completed: boolean;
}

/** A day's punches: those of each shift, and those that no shift claims. */
export interface DayPunches {
  readonly shifts: readonly ShiftPunches[];
  readonly strays: readonly (readonly Punch[])[];
}

/** One day of one person: every shift of it, and what was worked besides. */
export function reckonDay(plan: DayPlan, { shifts, strays }: DayPunches, knowledge: Knowledge): Workday {
  const works: ShiftWork[] = shifts.map(({ territory, punches, correction }, i) =>
    workShift(territory, punches, correction, plan, {
      asOf: knowledge.asOf,
      begunAfter: shifts[i + 1]?.punches[0]?.at ?? Infinity,
    }),
  );
  const missing = works.some(({ punches, dueMinutes }) => punches.length === 0 && dueMinutes > 0);
  const whole = wholeCorrection(plan.corrections);
  if (whole && shifts.length === 0) works.push(strayWork(strays.flat(), whole));
  else works.push(...strays.map((stretch) => strayWork(stretch, null)));
  works.sort((a, b) => (a.firstIn ?? a.lastOut ?? Infinity) - (b.firstIn ?? b.lastOut ?? Infinity));
  const day = summed(plan, shifts, works, knowledge);
  const isMissed = missing && day.settled && works.some(({ punches }) => punches.length > 0);
  return isMissed ? { ...day, flags: [...day.flags, 'missing-shift' as const].sort() } : day;
}

function summed(
  plan: DayPlan,
  shifts: readonly ShiftPunches[],
  works: readonly ShiftWork[],
  knowledge: Knowledge,
): Workday {
  const territories = shifts.map(({ territory }) => territory);
  const rules = territories[0]?.shift.rules ?? null;
  const flags = new Set(works.flatMap((work) => [...work.flags]));
  const seen = works.some(({ punches }) => punches.some(({ ignored }) => ignored !== 'corrected'));
  const complete = !INCOMPLETE.some((flag) => flags.has(flag));
  const { settled, awaiting } = settle(plan, territories, knowledge);
  const minutes = summedMinutes(works);
  const dayOff = rules === null || plan.holiday !== null;
  const rule = rules?.overtime ?? plan.overtimeOnDayOff ?? SHIFT_DEFAULTS.overtime;
  const beyond = overtimeMinutes(rule, minutes.workedMinutes, dayOff ? null : minutes.dueMinutes);
  const status = statusOf(plan, rules, { ...minutes, seen, complete, settled });
  const strays = works.length > shifts.length || shifts.some(({ completed }) => completed);
  addDayFlags(flags, plan, { seen, dayOff, strays });
  if (awaiting && (status === 'pending' || !complete)) flags.add('awaiting-devices');
  // Where no shift is known, nobody knows what is beyond it.
  const overtime = rules || plan.rostered ? beyond : 0;
  const waiting = rule.needsApproval ? Math.max(0, overtime - plan.overtimeApprovedMinutes) : 0;
  if (waiting > 0) flags.add('overtime-unapproved');
  return {
    date: plan.date,
    timeZone: plan.timeZone,
    shiftId: territories[0]?.shift.shiftId ?? null,
    status,
    firstIn: least(works.map(({ firstIn }) => firstIn)),
    lastOut: greatest(works.map(({ lastOut }) => lastOut)),
    ...minutes,
    overtimeMinutes: overtime - waiting,
    overtimeWaitingMinutes: waiting,
    leaveDays: leaveDaysOf(plan, status),
    territories,
    presence: works.flatMap(({ presence }) => presence),
    punches: works.flatMap(({ punches }) => punches).sort((a, b) => byCapture(a.punch, b.punch)),
    flags: [...flags].sort(),
    settled,
  };
}

/** With one of these, nobody knows how much was worked. */
const INCOMPLETE = ['missing-out', 'missing-in', 'open', 'over-16-hours'] as const;

const MINUTES = [
  'dueMinutes',
  'workedMinutes',
  'breakMinutes',
  'lateMinutes',
  'earlyMinutes',
  'leaveMinutes',
] as const;

function summedMinutes(works: readonly ShiftWork[]): Pick<Workday, (typeof MINUTES)[number]> {
  const sums = {
    dueMinutes: 0,
    workedMinutes: 0,
    breakMinutes: 0,
    lateMinutes: 0,
    earlyMinutes: 0,
    leaveMinutes: 0,
  };
  for (const work of works) for (const field of MINUTES) sums[field] += work[field];
  return sums;
}

const known = (instants: readonly (number | null)[]) => instants.filter((each) => each !== null);
const least = (instants: readonly (number | null)[]) =>
  known(instants).length > 0 ? Math.min(...known(instants)) : null;
const greatest = (instants: readonly (number | null)[]) =>
  known(instants).length > 0 ? Math.max(...known(instants)) : null;

function addDayFlags(
  flags: Set<DayFlag>,
  plan: DayPlan,
  day: { seen: boolean; dayOff: boolean; strays: boolean },
): void {
  if (plan.corrections.length > 0) flags.add('corrected');
  if (!day.seen) return;
  if (plan.holiday !== null) flags.add('worked-on-holiday');
  else if (isWholeLeave(plan)) flags.add('worked-on-leave');
  else if (!plan.rostered) flags.add('unknown-shift');
  else if (day.dayOff) flags.add('worked-on-rest-day');
  else if (day.strays) flags.add('outside-shift');
}
