import type { PlannedShift, Span } from '../shifts/planned-shift.js';
import type { Punch } from './punch.js';

/**
 * The stretch of time whose punches belong to a shift. Its borders are instants; between `from` and `to` every punch
 * belongs, in the disputed stretches beyond only an IN (before) or an OUT (after) whose direction the kiosk fixes.
 */
export interface Territory {
  readonly shift: PlannedShift;
  readonly from: number;
  readonly to: number;
  /** From here on, up to `from`, an IN belongs to this shift though the shift before reaches as far. */
  readonly insFrom: number;
  /** Up to here, from `to` on, an OUT belongs to this shift though the next one begins to reach. */
  readonly outsUntil: number;
}

/**
 * Divides time among the shifts of a person. Each reaches `windowBeforeMinutes` before its start and
 * `windowAfterMinutes` behind its end. Where two reach into the same time between them, it is divided in proportion to
 * their reach; a kiosk that says which way somebody went settles it by itself: whoever leaves leaves the shift before.
 *
 * @param shifts in ascending order of their start
 */
export function divideTime(shifts: readonly PlannedShift[]): Territory[] {
  const territories: Territory[] = [];
  for (const [i, shift] of shifts.entries()) {
    const before = borderBetween(shifts[i - 1], shift);
    const after = borderBetween(shift, shifts[i + 1]);
    territories.push({
      shift,
      from: before?.at ?? opens(shift),
      insFrom: before?.opens ?? opens(shift),
      to: after?.at ?? closes(shift),
      outsUntil: after?.closes ?? closes(shift),
    });
  }
  return territories;
}

/** The territory that a punch lies in; null where it is outside every shift. */
export function territoryOf(punch: Punch, territories: readonly Territory[]): Territory | null {
  const directed = territories.find(
    ({ insFrom, from, to, outsUntil }) =>
      (punch.direction === 'in' && punch.at >= insFrom && punch.at < from) ||
      (punch.direction === 'out' && punch.at >= to && punch.at < outsUntil),
  );
  return directed ?? territories.find(({ from, to }) => punch.at >= from && punch.at < to) ?? null;
}

/** From this instant on a punch that is alone in its shift is an OUT: the last quarter, and what comes behind. */
export const endOfDay = ({ span }: PlannedShift): number => span.to - (span.to - span.from) / 4;

/** Shifts at most so far apart are handed over: who leaves the one may do so within the other. */
const HANDOVER_MS = 60 * 60_000;

/**
 * The time in which a punch may be of either of two shifts, whatever the border says: what both reach for between them,
 * and where one hands over to the other also the last quarter of the one and the first of the other.
 */
export function disputedBetween(earlier: Territory, later: Territory): Span {
  const [before, after] = [earlier.shift, later.shift];
  const between = { from: later.insFrom, to: earlier.outsUntil };
  if (after.span.from - before.span.to > HANDOVER_MS) return between;
  return {
    from: Math.max(opens(after), Math.min(between.from, endOfDay(before))),
    to: Math.min(closes(before), Math.max(between.to, beginningOfDay(after))),
  };
}

const beginningOfDay = ({ span }: PlannedShift): number => span.from + (span.to - span.from) / 4;
const opens = ({ span, rules }: PlannedShift) => span.from - rules.windowBeforeMinutes * 60_000;
const closes = ({ span, rules }: PlannedShift) => span.to + rules.windowAfterMinutes * 60_000;

/** Where one shift's time ends and the next one's begins; null where neither reaches the other. */
function borderBetween(earlier?: PlannedShift, later?: PlannedShift) {
  if (!earlier || !later) return null;
  const gap = later.span.from - earlier.span.to;
  if (gap <= 0) return { at: later.span.from, opens: later.span.from, closes: later.span.from };
  const claimed = {
    opens: Math.max(opens(later), earlier.span.to),
    closes: Math.min(closes(earlier), later.span.from),
  };
  if (claimed.closes <= claimed.opens) return null;
  const reach = earlier.rules.windowAfterMinutes + later.rules.windowBeforeMinutes;
  const at = earlier.span.to + gap * (earlier.rules.windowAfterMinutes / reach);
  return { ...claimed, at: Math.round(Math.min(claimed.closes, Math.max(claimed.opens, at))) };
}
