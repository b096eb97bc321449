import type { Direction } from '../direction.js';
import type { Punch, UnderstoodPunch } from './punch.js';

/** Minutes within which a punch repeats the one before it. */
export interface Gaps {
  readonly minGapOutMinutes: number;
  readonly minGapInMinutes: number;
}

/**
 * Which way each punch of a shift goes, and which only repeat the one before. A direction that the kiosk fixes stays;
 * the others go in turn, beginning with IN. Not everybody waits for the answer: an OUT within `minGapOutMinutes` of an
 * IN, an IN within `minGapInMinutes` of an OUT and the same direction again within either are duplicates.
 *
 * @param punches of one shift, in the order of capture
 */
export function sift(punches: readonly Punch[], gaps: Gaps, alternating = false): UnderstoodPunch[] {
  let before: { at: number; direction: Direction } | null = null;
  return punches.map((punch) => {
    const inTurn: Direction = before?.direction === 'in' ? 'out' : 'in';
    const direction: Direction = alternating ? inTurn : (punch.direction ?? inTurn);
    const repeats = before !== null && punch.at - before.at < gapMs(gaps, before.direction, direction);
    if (repeats)
      return { punch, direction: punch.direction ?? before!.direction, ignored: 'duplicate' as const };
    before = { at: punch.at, direction };
    return { punch, direction, ignored: null };
  });
}

function gapMs(gaps: Gaps, before: Direction, now: Direction): number {
  const minutes =
    before === now
      ? Math.max(gaps.minGapInMinutes, gaps.minGapOutMinutes)
      : now === 'out'
        ? gaps.minGapOutMinutes
        : gaps.minGapInMinutes;
  return minutes * 60_000;
}
