/** Whether a punch begins or ends presence. */
export type Direction = 'in' | 'out';

/**
 * How long presence may stay open before it is taken for a forgotten OUT, in minutes (16 hours). Long enough for a
 * double shift over midnight, short enough that yesterday's missing OUT never turns this morning's IN into one.
 */
export const MAX_OPEN_MINUTES = 16 * 60;

/** A punch as far as its direction goes: when it was captured and what is known of its direction. */
export interface DirectedPunch {
  /** The instant of capture, milliseconds since the epoch. */
  readonly at: number;
  readonly direction: Direction;
}

/**
 * Direction of a punch from a kiosk that serves both ways: OUT when the punch before it, of whatever source, is an IN
 * that is not older than `maxOpenMinutes`, else IN. It depends on the punch before alone, so that a late arrival only
 * changes what follows it.
 *
 * @param previous the person's last punch before `at`, or null
 * @param at instant of capture in milliseconds since the epoch, not before `previous.at`
 */
export function inferDirection(
  previous: DirectedPunch | null,
  at: number,
  maxOpenMinutes = MAX_OPEN_MINUTES,
): Direction {
  if (previous?.direction !== 'in') return 'in';
  return at - previous.at <= maxOpenMinutes * 60_000 ? 'out' : 'in';
}

/** A punch whose direction is either what the kiosk is for (`fixed`) or inferred. */
export interface SequencedPunch extends DirectedPunch {
  readonly fixed: boolean;
}

/**
 * Directions of punches that follow one another, given the one before them. Fixed ones stay; inferred ones are
 * inferred again.
 *
 * @param previous the person's last punch before the first of `punches`, or null
 * @param punches in ascending order of `at`
 * @returns the directions, in the same order
 */
export function inferDirections(
  previous: DirectedPunch | null,
  punches: readonly SequencedPunch[],
  maxOpenMinutes = MAX_OPEN_MINUTES,
): Direction[] {
  let before = previous;
  return punches.map((punch) => {
    const direction = punch.fixed ? punch.direction : inferDirection(before, punch.at, maxOpenMinutes);
    before = { at: punch.at, direction };
    return direction;
  });
}
