import type { Correction } from '../days/day-plan.js';
import type { Direction } from '../direction.js';
import { byCapture, type Punch } from './punch.js';
import { sift, type Gaps } from './sift.js';

/** The punches that a corrected shift or day is made of, and those that the correction stands for. */
export interface Corrected {
  readonly punches: readonly Punch[];
  readonly replaced: readonly Punch[];
}

const MADE = 'correction:';

/** Whether a punch of this identifier was made by a correction, and seen by no kiosk. */
export const isCorrectionId = (id: string): boolean => id.startsWith(MADE);

/** The rules of somebody whose every pair counts, as far as a correction goes. */
export type Pairs = Gaps & { readonly directions: 'device' | 'alternating' };

/**
 * Puts the times of a correction in the place of what the kiosks saw. Where every pair counts and a punch is missing,
 * a corrected time is that punch. Else a corrected IN becomes the first, a corrected OUT the last punch, and what lies
 * beyond them goes. Pauses between them stay: of the punches within, the first or the last goes where otherwise
 * somebody would have come twice or left twice.
 *
 * @param punches in the order of capture
 * @param pairs null where only the first and the last punch count
 */
export function correct(
  punches: readonly Punch[],
  correction: Correction | null,
  pairs: Pairs | null,
): Corrected {
  if (!correction) return { punches, replaced: [] };
  return (pairs && withMissing(punches, correction, pairs)) ?? bounded(punches, correction);
}

function bounded(punches: readonly Punch[], correction: Correction): Corrected {
  const { in: from, out: to } = correction;
  const within = punches.filter(({ at }) => (from === null || at > from) && (to === null || at < to));
  const kept = pausesOf(within, correction);
  const [came, left] = [made(correction, 'in'), made(correction, 'out')];
  return {
    punches: [...came, ...kept, ...left],
    replaced: punches.filter((punch) => !kept.includes(punch)),
  };
}

/** What a correction says about one way, as a punch; none where it says nothing. */
function made(correction: Correction, direction: Direction): readonly Punch[] {
  const at = correction[direction];
  return at === null ? [] : [{ id: `${MADE}${direction}:${at}`, at, direction }];
}

/**
 * An odd number of punches, with the time of a correction as the one that is missing. Of two times the one is missing
 * and the other stands in the place of the first or last punch, whichever makes pairs of them; two between which all
 * lies say everything.
 *
 * @returns null where nothing is missing, or the times do not make pairs
 */
function withMissing(punches: readonly Punch[], correction: Correction, pairs: Pairs): Corrected | null {
  const counting = sift(punches, pairs, pairs.directions === 'alternating').filter(({ ignored }) => !ignored);
  if (counting.length % 2 === 0) return null;
  const corrected = [...made(correction, 'in'), ...made(correction, 'out')];
  const without = (replaced: readonly Punch[]): Corrected => ({
    punches: [...punches.filter((each) => !replaced.includes(each)), ...corrected].sort(byCapture),
    replaced,
  });
  const { in: from, out: to } = correction;
  if (from === null || to === null) return without([]);
  if (punches.every(({ at }) => at >= from && at <= to)) return null;
  const second = counting[1]?.punch.at ?? Infinity;
  const last = counting.at(-1)!.punch.at;
  return (
    [without(punches.filter(({ at }) => at < second)), without(punches.filter(({ at }) => at >= last))].find(
      (each) => areInTurn(each.punches, pairs),
    ) ?? null
  );
}

/** Whether a corrected IN comes where somebody comes, and a corrected OUT where they leave. */
function areInTurn(punches: readonly Punch[], pairs: Pairs): boolean {
  const counting = sift(punches, pairs, true).filter(({ ignored }) => !ignored);
  return counting.every(({ punch, direction }) => !isCorrectionId(punch.id) || punch.direction === direction);
}

/** What stays between a corrected IN and OUT: as many punches as make whole pairs with them. */
function pausesOf(within: readonly Punch[], { in: from, out: to }: Correction): readonly Punch[] {
  if (from !== null && to !== null) {
    if (within.length <= 2) return [];
    if (within.length % 2 === 0) return within.slice(1, -1);
    return within[0]!.at - from < to - within.at(-1)!.at ? within.slice(1) : within.slice(0, -1);
  }
  const kiosksKnow = from !== null ? within[0]?.direction === 'in' : within.at(-1)?.direction === 'out';
  const uneven = within.length % 2 === 0 && within.length > 0;
  if (!kiosksKnow && !uneven) return within;
  return from !== null ? within.slice(1) : within.slice(0, -1);
}
