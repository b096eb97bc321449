import { inferDirection, type Direction } from '../direction.js';
import { correct } from '../punches/correct.js';
import { MAX_PRESENCE_MINUTES, pairUp } from '../punches/presence.js';
import { byCapture, type Punch, type UnderstoodPunch } from '../punches/punch.js';
import { sift } from '../punches/sift.js';
import { wholeMinutes } from '../shifts/planned-shift.js';
import { SHIFT_DEFAULTS } from '../shifts/shift.js';
import type { Correction } from './day-plan.js';
import type { ShiftWork } from './shift-work.js';
import type { DayFlag } from './workday.js';

const REPEAT_MS = Math.max(SHIFT_DEFAULTS.minGapInMinutes, SHIFT_DEFAULTS.minGapOutMinutes) * 60_000;

/** Which way each of such punches goes: as the kiosk says, else in turn, and an IN again after sixteen hours. */
export function readInTurn(punches: readonly Punch[]): UnderstoodPunch[] {
  let before: { at: number; direction: Direction } | null = null;
  return punches.map((punch): UnderstoodPunch => {
    const direction: Direction = punch.direction ?? inferDirection(before, punch.at, MAX_PRESENCE_MINUTES);
    if (before && punch.at - before.at < REPEAT_MS)
      return { punch, direction: punch.direction ?? before.direction, ignored: 'duplicate' };
    before = { at: punch.at, direction };
    return { punch, direction, ignored: null };
  });
}

/** Work that no shift asked for, of punches with none of a shift between them. */
export function strayWork(strays: readonly Punch[], correction: Correction | null): ShiftWork {
  const { punches, replaced } = correct(strays, correction, SHIFT_DEFAULTS);
  const presence = pairUp(readInTurn(punches));
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
