import { correct } from '../punches/correct.js';
import { firstToLast, pairUp, type Presence } from '../punches/presence.js';
import { byCapture, type Punch } from '../punches/punch.js';
import { sift } from '../punches/sift.js';
import { endOfDay, type Territory } from '../punches/territory.js';
import { overlap, wholeMinutes, without, type PlannedShift, type Span } from '../shifts/planned-shift.js';
import { lessBreaks, pausesOf } from './breaks.js';
import type { Correction, DayPlan } from './day-plan.js';
import { dueMinutes, wholeDue } from './due.js';
import { leaveSpans } from './leave-spans.js';
import type { DayFlag, Workday } from './workday.js';

/** What became of a shift. */
export type ShiftWork = Pick<
  Workday,
  | 'firstIn'
  | 'lastOut'
  | 'dueMinutes'
  | 'workedMinutes'
  | 'breakMinutes'
  | 'lateMinutes'
  | 'earlyMinutes'
  | 'leaveMinutes'
  | 'presence'
  | 'punches'
> & { readonly flags: ReadonlySet<DayFlag> };

/** Instants that bound what a shift can have been. */
interface Moment {
  /** Up to when things are known. */
  readonly asOf: number;
  /** When somebody came to the shift after it; Infinity where they did not. */
  readonly begunAfter: number;
}

/**
 * Measures the punches of a shift by what was planned.
 *
 * @param punches those of the shift's territory, in the order of capture
 * @param correction what of the day's corrections is of this shift
 */
export function workShift(
  { shift, to: closesAt }: Territory,
  punches: readonly Punch[],
  correction: Correction | null,
  plan: DayPlan,
  moment: Moment,
): ShiftWork {
  const { punches: counting, replaced } = correct(
    punches,
    correction,
    shift.rules.pairing === 'every-pair' ? shift.rules : null,
  );
  const flags = new Set<DayFlag>();
  const seen = presenceOf(shift, counting);
  const spans = closed(seen, shift, closesAt, moment, flags);

  const isHoliday = plan.holiday !== null;
  const leave = isHoliday ? [] : leaveSpans(plan, shift);
  const free = isHoliday ? [shift.span] : leave;
  const counted = spans.flatMap((span) => without(startOf(span, shift), leave));
  const pauses = pausesOf(spans).flatMap((span) => without(span, leave));
  const there = attendedSpans(shift, counting, spans);
  if (wholeMinutes(leave.reduce((sum, each) => sum + overlap(there, each), 0)) > shift.rules.graceInMinutes)
    flags.add('worked-on-leave');

  const firstIn = firstOf(spans, seen.openIns);
  const lastOut = lastOf(spans, seen.openOuts);
  const due = isHoliday ? 0 : dueMinutes(shift, leave, halvesOf(plan, shift));
  return {
    firstIn,
    lastOut,
    dueMinutes: due,
    ...lessBreaks(counted, pauses, shift),
    ...unpunctual(shift, free, firstIn, flags.has('missing-out') || flags.has('open') ? null : lastOut),
    leaveMinutes: isHoliday ? 0 : wholeDue(shift) - due,
    presence: spans,
    punches: [
      ...seen.punches,
      ...sift(replaced, shift.rules).map((each) => ({ ...each, ignored: 'corrected' as const })),
    ].sort((a, b) => byCapture(a.punch, b.punch)),
    flags,
  };
}

function presenceOf(shift: PlannedShift, punches: readonly Punch[]): Presence {
  const { rules } = shift;
  const understood = sift(punches, rules, rules.directions === 'alternating');
  const pairs = pairUp(understood);
  if (rules.pairing === 'every-pair') return pairs;
  const whole = firstToLast(understood, endOfDay(shift));
  // Where breaks are what was punched, the pauses from the first to the last are some, as far as they are clear.
  return rules.breaks.kind === 'punched' && isClear(pairs) && whole.spans.length > 0 ? pairs : whole;
}

const isClear = ({ openIns, openOuts, tooLong }: Presence) =>
  openIns.length === 0 && openOuts.length === 0 && !tooLong;

/** When somebody was really there: from the first IN to the last OUT, less the pauses that were punched. */
function attendedSpans(
  { rules }: PlannedShift,
  punches: readonly Punch[],
  spans: readonly Span[],
): readonly Span[] {
  const pairs = pairUp(sift(punches, rules, rules.directions === 'alternating'));
  return isClear(pairs) ? pairs.spans : spans;
}

/** The spans of presence, closed by rule where the shift says so; what stays open is flagged. */
function closed(
  { spans, openIns, openOuts, tooLong, uneven, punches }: Presence,
  shift: PlannedShift,
  closesAt: number,
  { asOf, begunAfter }: Moment,
  flags: Set<DayFlag>,
): readonly Span[] {
  if (tooLong) flags.add('over-16-hours');
  if (uneven) flags.add('uneven-punches');
  if (openOuts.length > 0) flags.add('missing-in');
  const last = openIns.at(-1);
  if (last === undefined) return spans;
  const isLast = punches.findLast(({ ignored }) => !ignored)?.punch.at === last;
  if (isLast && asOf < closesAt) flags.add('open');
  else if (isLast && shift.rules.closing === 'at-end' && last < shift.span.to) flags.add('auto-closed');
  else flags.add('missing-out');
  if (openIns.length > 1) flags.add('missing-out');
  return flags.has('auto-closed')
    ? [...spans, { from: last, to: Math.min(shift.span.to, begunAfter) }]
    : spans;
}

const startOf = (span: Span, shift: PlannedShift): Span =>
  shift.rules.earlyArrivalCounts
    ? span
    : { from: Math.max(span.from, Math.min(shift.span.from, span.to)), to: span.to };

/** Leave of the whole day or of a half, without that of hours. */
const halvesOf = (plan: DayPlan, shift: PlannedShift) =>
  leaveSpans(
    plan,
    shift,
    plan.leaves.filter(({ kind }) => kind !== 'hours'),
  );

/**
 * How late somebody came and how early they left, beyond what is forgiven: of the time in which they had to be there,
 * without what was free of it.
 */
function unpunctual(
  shift: PlannedShift,
  free: readonly Span[],
  firstIn: number | null,
  lastOut: number | null,
) {
  const asked = without(shift.core, free);
  const { graceInMinutes, graceOutMinutes } = shift.rules;
  const missed = (from: number, to: number) => wholeMinutes(to - from - overlap(free, { from, to }));
  const late = firstIn === null || !asked[0] ? 0 : missed(asked[0].from, firstIn);
  const early = lastOut === null || !asked[0] ? 0 : missed(lastOut, asked.at(-1)!.to);
  return {
    lateMinutes: late > graceInMinutes ? late : 0,
    earlyMinutes: early > graceOutMinutes ? early : 0,
  };
}

const firstOf = (spans: readonly Span[], openIns: readonly number[]) => {
  const first = Math.min(spans[0]?.from ?? Infinity, openIns[0] ?? Infinity);
  return Number.isFinite(first) ? first : null;
};
const lastOf = (spans: readonly Span[], openOuts: readonly number[]) => {
  const last = Math.max(spans.at(-1)?.to ?? -Infinity, openOuts.at(-1) ?? -Infinity);
  return Number.isFinite(last) ? last : null;
};
