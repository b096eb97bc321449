import { inferDirection, type Direction } from '../direction.js';
import { MAX_PRESENCE_MINUTES, pairUp, type Presence } from '../punches/presence.js';
import type { Punch, UnderstoodPunch } from '../punches/punch.js';
import { SHIFT_DEFAULTS } from '../shifts/shift.js';
import type { LocalDate } from '../time/local-date.js';

const REPEAT_MS = Math.max(SHIFT_DEFAULTS.minGapInMinutes, SHIFT_DEFAULTS.minGapOutMinutes) * 60_000;

/**
 * Punches that no shift claims, as days: an OUT belongs to the day of its IN when that is not more than sixteen hours
 * before, so that a night stays one piece.
 *
 * @param punches in the order of capture, none of a shift between them
 * @param dateAt the day that the clock of the person's site shows
 */
export function strayDays(
  punches: readonly Punch[],
  dateAt: (instant: number) => LocalDate,
): Map<LocalDate, Punch[]> {
  const days = new Map<LocalDate, Punch[]>();
  let open: { at: number; date: LocalDate } | null = null;
  let before: { at: number; direction: Direction } | null = null;
  for (const punch of punches) {
    const repeats: boolean = before !== null && punch.at - before.at < REPEAT_MS;
    const direction: Direction = punch.direction ?? inferDirection(before, punch.at, MAX_PRESENCE_MINUTES);
    const closes =
      open !== null && direction === 'out' && punch.at - open.at <= MAX_PRESENCE_MINUTES * 60_000;
    const date: LocalDate = (repeats || closes) && open ? open.date : dateAt(punch.at);
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
