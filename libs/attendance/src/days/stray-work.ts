import { inferDirection, type Direction } from '../direction.js';
import { correct } from '../punches/correct.js';
import { MAX_PRESENCE_MINUTES, pairUp, type Presence } from '../punches/presence.js';
import { byCapture, type Punch, type UnderstoodPunch } from '../punches/punch.js';
import { sift } from '../punches/sift.js';
import { wholeMinutes } from '../shifts/planned-shift.js';
import { SHIFT_DEFAULTS } from '../shifts/shift.js';
import type { LocalDate } from '../time/local-date.js';
import type { Correction } from './day-plan.js';
import type { ShiftWork } from './shift-work.js';
import type { DayFlag } from './workday.js';

const REPEAT_MS = Math.max(SHIFT_DEFAULTS.minGapInMinutes, SHIFT_DEFAULTS.minGapOutMinutes) * 60_000;

/** How long an OUT that nobody said to be one may be after its IN where midnight lies between, in minutes. */
const MAX_INFERRED_NIGHT_MINUTES = 12 * 60;

/**
 * Punches that no shift claims, as days: an OUT belongs to the day of its IN when that is not more than sixteen hours
 * before, so that a night stays one piece. One that is only inferred is not more than twelve hours behind it over
 * midnight: else whoever forgot to leave in the evening would be paid until they come again in the morning.
 *
 * @param punches in the order of capture, none of a shift between them
 * @param dateAt the day that the clock of the person's site shows; punches that know their day are not asked about
 */
export function strayDays(
  punches: readonly Punch[],
  dateAt: (instant: number) => LocalDate,
): Map<LocalDate, Punch[]> {
  const days = new Map<LocalDate, Punch[]>();
  let open: { at: number; date: LocalDate } | null = null;
  let before: { at: number; direction: Direction } | null = null;
  for (const punch of punches) {
    const today = punch.localDate ?? dateAt(punch.at);
    const repeats: boolean = before !== null && punch.at - before.at < REPEAT_MS;
    const reach: number = open && open.date !== today ? MAX_INFERRED_NIGHT_MINUTES : MAX_PRESENCE_MINUTES;
    const direction: Direction = punch.direction ?? inferDirection(before, punch.at, reach);
    const closes =
      open !== null && direction === 'out' && punch.at - open.at <= MAX_PRESENCE_MINUTES * 60_000;
    const date: LocalDate = (repeats || closes) && open ? open.date : today;
    days.set(date, [...(days.get(date) ?? []), punch]);
    if (repeats) continue;
    before = { at: punch.at, direction };
    open = direction === 'in' ? { at: punch.at, date } : null;
  }
  return days;
}

/** The presence of such a day: every IN to its OUT. */
export function strayPresence(punches: readonly Punch[]): Presence {
  let before: { at: number; direction: Direction } | null = null;
  const understood = punches.map((punch): UnderstoodPunch => {
    const direction: Direction = punch.direction ?? inferDirection(before, punch.at, MAX_PRESENCE_MINUTES);
    if (before && punch.at - before.at < REPEAT_MS)
      return { punch, direction: punch.direction ?? before.direction, ignored: 'duplicate' };
    before = { at: punch.at, direction };
    return { punch, direction, ignored: null };
  });
  return pairUp(understood);
}

/** Work that no shift asked for, of punches with none of a shift between them. */
export function strayWork(strays: readonly Punch[], correction: Correction | null): ShiftWork {
  const { punches, replaced } = correct(strays, correction, SHIFT_DEFAULTS);
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
