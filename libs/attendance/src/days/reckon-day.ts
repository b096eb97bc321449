import { correct } from '../punches/correct.js';
import { sift } from '../punches/sift.js';
import { byCapture, type Punch } from '../punches/punch.js';
import type { Territory } from '../punches/territory.js';
import { SHIFT_DEFAULTS } from '../shifts/shift.js';
import { wholeMinutes } from '../shifts/planned-shift.js';
import { addDays } from '../time/local-date.js';
import { Zone } from '../time/zone.js';
import type { DayPlan } from './day-plan.js';
import { overtimeMinutes } from './overtime.js';
import { workShift, type ShiftWork } from './shift-work.js';
import { statusOf } from './status.js';
import { strayPresence } from './stray-work.js';
import type { DayFlag, Workday } from './workday.js';

/** Up to when things are known, as instants. */
export interface Knowledge {
  readonly asOf: number;
  /** Up to when every kiosk of the person's site has delivered what it saw; null where nothing is waited for. */
  readonly deliveredUntil: number | null;
}

/** How long a silent kiosk keeps a day open, in days. */
const PATIENCE_DAYS = 3;

/** A day's punches: those of each shift, and those that no shift claims. */
export interface DayPunches {
  readonly shifts: readonly { readonly territory: Territory; readonly punches: readonly Punch[] }[];
  readonly strays: readonly Punch[];
}

/** One day of one person: every shift of it, and what was worked besides. */
export function reckonDay(plan: DayPlan, { shifts, strays }: DayPunches, knowledge: Knowledge): Workday {
  const works = shifts.map(({ territory, punches }, i) =>
    workShift(
      territory.shift,
      punches,
      { ...plan, correction: ownCorrection(plan, i, shifts.length) },
      territory.to,
      knowledge.asOf,
    ),
  );
  if (strays.length > 0 || (plan.correction && shifts.length === 0))
    works.push(strayWork(plan, strays, shifts.length > 0));
  works.sort((a, b) => (a.firstIn ?? a.lastOut ?? Infinity) - (b.firstIn ?? b.lastOut ?? Infinity));
  return summed(
    plan,
    shifts.map(({ territory }) => territory),
    works,
    knowledge,
  );
}

/** Of a split shift the first part gets a corrected IN, the last one a corrected OUT. */
function ownCorrection({ correction }: DayPlan, index: number, count: number) {
  if (!correction) return null;
  const own = { in: index === 0 ? correction.in : null, out: index === count - 1 ? correction.out : null };
  return own.in === null && own.out === null ? null : own;
}

/** Work that no shift asked for. */
function strayWork(plan: DayPlan, strays: readonly Punch[], besideShifts: boolean): ShiftWork {
  const { punches, replaced } = correct(strays, besideShifts ? null : plan.correction);
  const presence = strayPresence(punches);
  const { spans, openIns, openOuts, tooLong } = presence;
  const flags = new Set<DayFlag>();
  if (openIns.length > 0) flags.add('missing-out');
  if (openOuts.length > 0) flags.add('missing-in');
  if (tooLong) flags.add('over-16-hours');
  const began = [...spans.map(({ from }) => from), ...openIns];
  const ended = [...spans.map(({ to }) => to), ...openOuts];
  return {
    firstIn: began.length > 0 ? Math.min(...began) : null,
    lastOut: ended.length > 0 ? Math.max(...ended) : null,
    dueMinutes: 0,
    workedMinutes: wholeMinutes(spans.reduce((sum, { from, to }) => sum + to - from, 0)),
    breakMinutes: wholeMinutes(spans.slice(1).reduce((sum, { from }, i) => sum + from - spans[i]!.to, 0)),
    lateMinutes: 0,
    earlyMinutes: 0,
    leaveMinutes: 0,
    presence: spans,
    punches: [
      ...presence.punches,
      ...sift(replaced, SHIFT_DEFAULTS).map((each) => ({ ...each, ignored: 'corrected' as const })),
    ].sort((a, b) => byCapture(a.punch, b.punch)),
    flags,
  };
}

function summed(
  plan: DayPlan,
  territories: readonly Territory[],
  works: readonly ShiftWork[],
  { asOf, deliveredUntil }: Knowledge,
): Workday {
  const sum = (
    field: 'dueMinutes' | 'workedMinutes' | 'breakMinutes' | 'lateMinutes' | 'earlyMinutes' | 'leaveMinutes',
  ) => works.reduce((total, work) => total + work[field], 0);
  const rules = territories[0]?.shift.rules ?? null;
  const flags = new Set(works.flatMap((work) => [...work.flags]));
  const seen = works.some(({ punches }) => punches.some(({ ignored }) => ignored !== 'corrected'));
  const incomplete = ['missing-out', 'missing-in', 'open', 'over-16-hours'] as const;
  const zone = Zone.of(plan.timeZone);
  const endsAt = Math.max(zone.beginningOf(addDays(plan.date, 1)), ...territories.map(({ to }) => to));
  const lastEnd = Math.max(...territories.map(({ shift }) => shift.span.to), zone.beginningOf(plan.date));
  const waited = asOf >= endsAt + PATIENCE_DAYS * 86_400_000;
  const delivered = waited || deliveredUntil === null || deliveredUntil >= Math.min(lastEnd, asOf);
  const measured = {
    dueMinutes: sum('dueMinutes'),
    workedMinutes: sum('workedMinutes'),
    breakMinutes: sum('breakMinutes'),
    lateMinutes: sum('lateMinutes'),
    earlyMinutes: sum('earlyMinutes'),
    leaveMinutes: sum('leaveMinutes'),
  };
  const complete = !incomplete.some((flag) => flags.has(flag));
  const settled = asOf >= endsAt && delivered;
  const status = statusOf(plan, rules, { ...measured, seen, complete, settled });
  const dayOff = rules === null || plan.holiday !== null;
  const overtime = overtimeMinutes(
    rules?.overtime ?? SHIFT_DEFAULTS.overtime,
    measured.workedMinutes,
    dayOff ? null : measured.dueMinutes,
  );
  addDayFlags(flags, plan, { seen, dayOff, strays: works.length > territories.length, overtime });
  if (!delivered && asOf >= lastEnd && (status === 'pending' || !complete)) flags.add('awaiting-devices');
  if (overtime > 0 && rules?.overtime.needsApproval && !plan.overtimeApproved)
    flags.add('overtime-unapproved');
  return {
    date: plan.date,
    timeZone: plan.timeZone,
    shiftId: territories[0]?.shift.shiftId ?? null,
    status,
    ...firstAndLast(works),
    ...measured,
    overtimeMinutes: rules || plan.rostered ? overtime : 0,
    territories,
    presence: works.flatMap(({ presence }) => presence),
    punches: works.flatMap(({ punches }) => punches).sort((a, b) => byCapture(a.punch, b.punch)),
    flags: [...flags].sort(),
    settled,
  };
}

function firstAndLast(works: readonly ShiftWork[]): Pick<Workday, 'firstIn' | 'lastOut'> {
  const firsts = works.flatMap(({ firstIn }) => (firstIn === null ? [] : [firstIn]));
  const lasts = works.flatMap(({ lastOut }) => (lastOut === null ? [] : [lastOut]));
  return {
    firstIn: firsts.length > 0 ? Math.min(...firsts) : null,
    lastOut: lasts.length > 0 ? Math.max(...lasts) : null,
  };
}

function addDayFlags(
  flags: Set<DayFlag>,
  plan: DayPlan,
  day: { seen: boolean; dayOff: boolean; strays: boolean; overtime: number },
): void {
  if (plan.correction) flags.add('corrected');
  if (!day.seen) return;
  if (plan.holiday !== null) flags.add('worked-on-holiday');
  else if (plan.leaves.some(({ kind }) => kind === 'full')) flags.add('worked-on-leave');
  else if (!plan.rostered) flags.add('unknown-shift');
  else if (day.dayOff) flags.add('worked-on-rest-day');
  else if (day.strays) flags.add('outside-shift');
}
