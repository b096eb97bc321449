import type { Correction } from '../days/day-plan.js';
import type { Punch } from './punch.js';

/** The punches that a corrected shift or day is made of, and those that the correction stands for. */
export interface Corrected {
  readonly punches: readonly Punch[];
  readonly replaced: readonly Punch[];
}

/** Identifiers of the punches that a correction makes. */
export const CORRECTED_IN = 'correction:in';
export const CORRECTED_OUT = 'correction:out';

/**
 * Puts the times of a correction in the place of what the kiosks saw. A corrected IN becomes the first, a corrected OUT
 * the last punch; what lies beyond them goes. Pauses between them stay: of the punches within, the first or the last
 * goes where otherwise somebody would have come twice or left twice.
 *
 * @param punches in the order of capture
 */
export function correct(punches: readonly Punch[], correction: Correction | null): Corrected {
  if (!correction) return { punches, replaced: [] };
  const { in: from, out: to } = correction;
  const within = punches.filter(({ at }) => (from === null || at > from) && (to === null || at < to));
  const kept = pausesOf(within, correction);
  return {
    punches: [
      ...(from === null ? [] : [{ id: CORRECTED_IN, at: from, direction: 'in' } as const]),
      ...kept,
      ...(to === null ? [] : [{ id: CORRECTED_OUT, at: to, direction: 'out' } as const]),
    ],
    replaced: punches.filter((punch) => !kept.includes(punch)),
  };
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
