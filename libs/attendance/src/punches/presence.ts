import type { Span } from '../shifts/planned-shift.js';
import type { Ignored, UnderstoodPunch } from './punch.js';

/** No presence that is longer is paid without somebody looking at it, in minutes (16 hours). */
export const MAX_PRESENCE_MINUTES = 16 * 60;

/** When somebody was there, as their punches say, and what the punches leave open. */
export interface Presence {
  /** From an IN to its OUT, in order. */
  readonly spans: readonly Span[];
  /** INs whose OUT is missing: instants. */
  readonly openIns: readonly number[];
  /** OUTs whose IN is missing: instants. */
  readonly openOuts: readonly number[];
  /** Whether one was longer than sixteen hours: it is left out. */
  readonly tooLong: boolean;
  /** Whether somebody who only comes and goes would have punched once more or once less. */
  readonly uneven: boolean;
  readonly punches: readonly UnderstoodPunch[];
}

/** Each IN with the OUT that follows it. An IN after an IN means that the OUT between them is missing. */
export function pairUp(punches: readonly UnderstoodPunch[]): Presence {
  const spans: Span[] = [];
  const openIns: number[] = [];
  const openOuts: number[] = [];
  let open: number | null = null;
  for (const { punch, direction, ignored } of punches) {
    if (ignored) continue;
    if (direction === 'in') {
      if (open !== null) openIns.push(open);
      open = punch.at;
    } else if (open === null) openOuts.push(punch.at);
    else {
      spans.push({ from: open, to: punch.at });
      open = null;
    }
  }
  if (open !== null) openIns.push(open);
  return { ...withoutTooLong(spans), openIns, openOuts, uneven: false, punches };
}

/**
 * From the first IN to the last OUT, whatever lies between. Where kiosks serve both ways the last punch is the OUT,
 * though in turn it would be an IN; a single one near or behind the planned end (`lateAfter`) is an OUT as well.
 *
 * @param lateAfter an instant
 */
export function firstToLast(punches: readonly UnderstoodPunch[], lateAfter: number): Presence {
  const counting = punches.filter(({ ignored }) => !ignored);
  const mayBe = (direction: 'in' | 'out') => (each: UnderstoodPunch) =>
    each.punch.direction === null || each.punch.direction === direction;
  const lone = counting.length === 1 && counting[0]!.punch.direction === null;
  const isOut = lone && counting[0]!.punch.at >= lateAfter;
  const first = isOut ? undefined : counting.find(mayBe('in'));
  const last = isOut ? counting[0] : counting.findLast((each) => mayBe('out')(each) && each !== first);
  const paired = first && last && last.punch.at > first.punch.at;
  const understood = punches.map((each) => {
    if (each === first) return { ...each, direction: 'in' as const };
    if (each === last) return { ...each, direction: 'out' as const };
    return { ...each, ignored: each.ignored ?? ('between' satisfies Ignored) };
  });
  return {
    ...withoutTooLong(paired ? [{ from: first.punch.at, to: last.punch.at }] : []),
    openIns: first && !paired ? [first.punch.at] : [],
    openOuts: last && !paired ? [last.punch.at] : [],
    uneven:
      counting.length > 1 && counting.length % 2 === 1 && counting.some(({ punch }) => !punch.direction),
    punches: understood,
  };
}

function withoutTooLong(spans: readonly Span[]) {
  const short = spans.filter(({ from, to }) => to - from <= MAX_PRESENCE_MINUTES * 60_000);
  return { spans: short, tooLong: short.length < spans.length };
}
