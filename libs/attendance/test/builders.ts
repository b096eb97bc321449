import type { DayPlan, Leave } from '../src/days/day-plan.js';
import { MARGIN_DAYS, reckon } from '../src/days/reckon.js';
import type { Workday } from '../src/days/workday.js';
import type { Direction } from '../src/direction.js';
import type { Punch } from '../src/punches/punch.js';
import { planShift } from '../src/shifts/planned-shift.js';
import { SHIFT_DEFAULTS, type OvertimeRule, type ShiftRules } from '../src/shifts/shift.js';
import { addDays, datesBetween, weekdayOf, type LocalDate } from '../src/time/local-date.js';
import { Zone } from '../src/time/zone.js';

/** Minutes of `HH:MM`; of a time on the day after, `+HH:MM`. */
export const minutesOf = (time: string): number => {
  const [hours, minutes] = time.replace('+', '').split(':').map(Number);
  return hours! * 60 + minutes! + (time.startsWith('+') ? 1440 : 0);
};

/** 09:00 to 18:00 with an hour's break after six hours, ten minutes of grace either way. */
export function aShift(
  own: Partial<Omit<ShiftRules, 'hours'>> & { from?: string; to?: string } = {},
): ShiftRules {
  const { from = '09:00', to = '18:00', ...rules } = own;
  return {
    ...SHIFT_DEFAULTS,
    hours: { start: minutesOf(from), end: minutesOf(to) },
    breaks: { kind: 'deducted', steps: [{ afterMinutes: 360, minutes: 60 }] },
    graceInMinutes: 10,
    graceOutMinutes: 10,
    ...rules,
  };
}

export const NIGHT = { from: '22:00', to: '+06:00' };

interface CorrectedTimes {
  readonly in?: string;
  readonly out?: string;
}

export interface Scene {
  readonly zone?: string;
  /** The shifts of each weekday, Monday to Friday where nothing else is said. */
  readonly shifts?: readonly ShiftRules[] | ((date: LocalDate) => readonly ShiftRules[]);
  readonly weekdays?: readonly number[];
  readonly holidays?: Record<LocalDate, string>;
  readonly leaves?: Record<LocalDate, readonly Leave[]>;
  /** Local times of approved corrections. */
  readonly corrections?: Record<LocalDate, CorrectedTimes | readonly CorrectedTimes[]>;
  readonly overtimeApprovedMinutes?: number;
  readonly overtimeOnDayOff?: OvertimeRule;
  readonly rostered?: boolean;
  /** Local time; long after everything where nothing is said. */
  readonly asOf?: string;
  readonly deliveredUntil?: string | null;
}

let count = 0;

/** A punch at a local time, `YYYY-MM-DD HH:MM[:SS]`, or at an instant with a `Z`. */
export function aPunch(time: string, direction: Direction | null = null, zone = 'Europe/Berlin'): Punch {
  return { id: `punch ${++count}`, at: instantOf(time, zone), direction };
}

/** A punch that knows the day of its site. */
export const aPunchAt = (zone: string, time: string, direction: Direction | null = null): Punch => ({
  ...aPunch(time, direction, zone),
  localDate: time.slice(0, 10),
});

export function instantOf(time: string, zone = 'Europe/Berlin'): number {
  if (time.endsWith('Z')) return Date.parse(time);
  const [date, clock] = time.split(' ');
  const [hours, minutes, seconds = '0'] = clock!.split(':');
  return Zone.of(zone).instantAt(date!, Number(hours) * 60 + Number(minutes)) + Number(seconds) * 1000;
}

/** The days of somebody in a scene, both dates included. */
export function daysOf(scene: Scene, punches: readonly Punch[], from: LocalDate, to = from): Workday[] {
  const zone = scene.zone ?? 'Europe/Berlin';
  const plans = datesBetween(addDays(from, -MARGIN_DAYS), addDays(to, MARGIN_DAYS)).map((date) =>
    planOf(date, zone, scene),
  );
  return reckon(plans, punches, from, to, {
    asOf: instantOf(scene.asOf ?? '2030-01-01 00:00', zone),
    deliveredUntil: scene.deliveredUntil ? instantOf(scene.deliveredUntil, zone) : null,
  });
}

/** The one day of a scene. */
export const dayOf = (scene: Scene, punches: readonly Punch[], date: LocalDate): Workday =>
  daysOf(scene, punches, date)[0]!;

function planOf(date: LocalDate, timeZone: string, scene: Scene): DayPlan {
  const zone = Zone.of(timeZone);
  const shifts = typeof scene.shifts === 'function' ? scene.shifts(date) : (scene.shifts ?? [aShift()]);
  const works = (scene.weekdays ?? [1, 2, 3, 4, 5]).includes(weekdayOf(date));
  const corrections = [scene.corrections?.[date] ?? []].flat();
  const at = (time?: string) => (time ? zone.instantAt(date, minutesOf(time)) : null);
  return {
    date,
    timeZone,
    shifts: works ? shifts.map((rules, i) => planShift(`shift ${i + 1}`, rules, date, zone)) : [],
    rostered: scene.rostered ?? shifts.length > 0,
    holiday: scene.holidays?.[date] ?? null,
    leaves: scene.leaves?.[date] ?? [],
    corrections: corrections.map((each) => ({ in: at(each.in), out: at(each.out) })),
    overtimeApprovedMinutes: scene.overtimeApprovedMinutes ?? 0,
    overtimeOnDayOff: scene.overtimeOnDayOff ?? null,
  };
}
