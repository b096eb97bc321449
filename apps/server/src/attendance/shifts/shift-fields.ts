import { overtimeBasisOf, type ShiftCreate, type ShiftFields } from '@rollcall/contracts';
import { SHIFT_DEFAULTS, type BreakRule, type ShiftRules } from '@rollcall/attendance';
import { withoutUndefined } from '../../platform/without-undefined.js';

const DAY_MINUTES = 1440;
/** Most laws ask for a break after six hours. */
const USUAL_BREAK_AFTER = 360;

/** Minutes after midnight of `HH:MM`. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The end of a span of the clock: not after its start, it lies on the next day. */
export function endMinutes(start: string, end: string): number {
  const minutes = minutesOf(end);
  return minutes > minutesOf(start) ? minutes : minutes + DAY_MINUTES;
}

/** Everything that a shift says, where only some of it was said. */
export function completed(fields: Omit<ShiftCreate, 'name'>): ShiftFields {
  const { overtime, ...usual } = SHIFT_DEFAULTS;
  const length = endMinutes(fields.start, fields.end) - minutesOf(fields.start);
  const breakMinutes = fields.breakMinutes ?? 0;
  const overtimeAfterMinutes = fields.overtimeAfterMinutes ?? overtime.afterMinutes;
  return {
    kind: usual.kind,
    coreStart: null,
    coreEnd: null,
    dueMinutes: usual.dueMinutes,
    breakRule: 'deducted',
    breakMinutes,
    breakAfterMinutes: Math.max(0, Math.min(USUAL_BREAK_AFTER, length - breakMinutes)),
    secondBreakMinutes: 0,
    secondBreakAfterMinutes: 0,
    breakWindows: [],
    graceInMinutes: usual.graceInMinutes,
    graceOutMinutes: usual.graceOutMinutes,
    halfDayMinutes: usual.halfDayMinutes,
    absentMinutes: usual.absentMinutes,
    earlyArrivalCounts: usual.earlyArrivalCounts,
    overtimeBasis: overtimeBasisOf(overtimeAfterMinutes),
    overtimeAfterMinutes,
    overtimeRoundMinutes: overtime.roundToMinutes,
    overtimeNeedsApproval: overtime.needsApproval,
    pairing: usual.pairing,
    directions: usual.directions,
    windowBeforeMinutes: usual.windowBeforeMinutes,
    windowAfterMinutes: usual.windowAfterMinutes,
    closing: usual.closing,
    minGapOutMinutes: usual.minGapOutMinutes,
    minGapInMinutes: usual.minGapInMinutes,
    ...withoutUndefined(fields),
  };
}

/** What a shift says, as the rules of attendance understand it. */
export function rulesOf(fields: ShiftFields): ShiftRules {
  const at = (time: string) => {
    const minutes = minutesOf(time);
    return minutes >= minutesOf(fields.start) ? minutes : minutes + DAY_MINUTES;
  };
  const span = (start: string, end: string) => ({
    start: at(start),
    end: at(start) + endMinutes(start, end) - minutesOf(start),
  });
  return {
    kind: fields.kind,
    hours: span(fields.start, fields.end),
    core: fields.coreStart && fields.coreEnd ? span(fields.coreStart, fields.coreEnd) : null,
    dueMinutes: fields.dueMinutes,
    breaks: breaksOf(fields, span),
    graceInMinutes: fields.graceInMinutes,
    graceOutMinutes: fields.graceOutMinutes,
    halfDayMinutes: fields.halfDayMinutes,
    absentMinutes: fields.absentMinutes,
    earlyArrivalCounts: fields.earlyArrivalCounts,
    overtime: {
      basis: fields.overtimeBasis,
      afterMinutes: fields.overtimeAfterMinutes,
      roundToMinutes: fields.overtimeRoundMinutes,
      needsApproval: fields.overtimeNeedsApproval,
    },
    pairing: fields.pairing,
    directions: fields.directions,
    windowBeforeMinutes: fields.windowBeforeMinutes,
    windowAfterMinutes: fields.windowAfterMinutes,
    closing: fields.closing,
    minGapOutMinutes: fields.minGapOutMinutes,
    minGapInMinutes: fields.minGapInMinutes,
  };
}

function breaksOf(
  fields: ShiftFields,
  span: (start: string, end: string) => { start: number; end: number },
): BreakRule {
  if (fields.breakRule === 'punched') return { kind: 'punched', minutes: fields.breakMinutes };
  if (fields.breakRule === 'fixed')
    return { kind: 'fixed', windows: fields.breakWindows.map(({ start, end }) => span(start, end)) };
  const steps = [
    { afterMinutes: fields.breakAfterMinutes, minutes: fields.breakMinutes },
    { afterMinutes: fields.secondBreakAfterMinutes, minutes: fields.secondBreakMinutes },
  ];
  return { kind: 'deducted', steps: steps.filter(({ minutes }) => minutes > 0) };
}
