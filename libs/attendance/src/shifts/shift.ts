/**
 * How many minutes of a day are a break. `deducted`: as many as the highest step whose `afterMinutes` the presence
 * exceeds, less what was punched, and never so many that the presence falls under that step (the usual reading of
 * statutory breaks: who works 6:05 under "30 minutes after 6 hours" has worked 6:00). `fixed`: nothing between these
 * times counts as work. `punched`: only what was punched.
 */
export type BreakRule =
  | { readonly kind: 'deducted'; readonly steps: readonly BreakStep[] }
  | { readonly kind: 'fixed'; readonly windows: readonly ClockSpan[] }
  /** `minutes`: how long a break is planned, which is not due as work; who takes less has worked more. */
  | { readonly kind: 'punched'; readonly minutes: number };

export interface BreakStep {
  readonly afterMinutes: number;
  readonly minutes: number;
}

/** Minutes after midnight of the day on which the shift begins; an end of 1440 or more lies on the next day. */
export interface ClockSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * When work is overtime. `planned`: what goes beyond the planned minutes, once it is at least `afterMinutes`;
 * `worked`: what goes beyond `afterMinutes` of work in the day. On days off all work is overtime. The sum is rounded
 * down to whole `roundToMinutes`.
 */
export interface OvertimeRule {
  readonly basis: 'planned' | 'worked';
  readonly afterMinutes: number;
  readonly roundToMinutes: number;
  /** Whether it only counts once somebody has approved it. */
  readonly needsApproval: boolean;
}

/** What one version of a shift says. Minutes throughout. */
export interface ShiftRules {
  /** `fixed`: late after the start. `flexible`: come and go as you like, but be there in the core hours. */
  readonly kind: 'fixed' | 'flexible';
  /** An end over midnight is 1440 or more: 22:00 to 06:00 is 1320 to 1800. */
  readonly hours: ClockSpan;
  /** Of a flexible shift: the hours in which everybody is there. */
  readonly core: ClockSpan | null;
  /** Of a flexible shift: minutes of work due; null takes the hours less their break. */
  readonly dueMinutes: number | null;
  readonly breaks: BreakRule;
  readonly graceInMinutes: number;
  readonly graceOutMinutes: number;
  /** Less work than this makes half a day; 0 asks for nothing. */
  readonly halfDayMinutes: number;
  /** Less work than this makes an absence; 0 asks for nothing. */
  readonly absentMinutes: number;
  /** Whether presence before the start is work. */
  readonly earlyArrivalCounts: boolean;
  readonly overtime: OvertimeRule;
  /** `first-last`: from the first IN to the last OUT, less punched pauses where breaks are those. `every-pair`: each IN to its OUT. */
  readonly pairing: 'first-last' | 'every-pair';
  /** `device`: what the kiosk is for, and in turn where it serves both ways. `alternating`: always in turn. */
  readonly directions: 'device' | 'alternating';
  /** How long before its start and after its end a punch still belongs to the shift. */
  readonly windowBeforeMinutes: number;
  readonly windowAfterMinutes: number;
  /** `at-end`: a missing OUT is taken to have been at the planned end, and flagged. */
  readonly closing: 'none' | 'at-end';
  /** Punches closer than this repeat the one before: an OUT so soon after an IN, an IN so soon after an OUT. */
  readonly minGapOutMinutes: number;
  readonly minGapInMinutes: number;
}

/** What holds where an organisation has said nothing; `hours` and breaks it has to say. */
export const SHIFT_DEFAULTS = {
  kind: 'fixed',
  core: null,
  dueMinutes: null,
  graceInMinutes: 0,
  graceOutMinutes: 0,
  halfDayMinutes: 0,
  absentMinutes: 0,
  earlyArrivalCounts: true,
  overtime: { basis: 'planned', afterMinutes: 0, roundToMinutes: 1, needsApproval: false },
  pairing: 'first-last',
  directions: 'device',
  windowBeforeMinutes: 240,
  windowAfterMinutes: 480,
  closing: 'none',
  minGapOutMinutes: 1,
  minGapInMinutes: 1,
} as const satisfies Partial<ShiftRules>;
