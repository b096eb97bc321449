import type { Direction } from '../direction.js';
import { territoryOf, type Territory } from '../punches/territory.js';
import type { Correction } from './day-plan.js';

/**
 * What the corrections of a day say of each of its shifts: each time is of the shift into whose time it falls, or the
 * nearest one. The other shifts keep what the kiosks saw. Of two for one thing the later holds.
 *
 * @param territories of the day, in order; none on a day off
 */
export function ownCorrections(
  corrections: readonly Correction[],
  territories: readonly Territory[],
): Map<Territory, Correction> {
  const own = new Map<Territory, Correction>();
  if (territories.length === 0) return own;
  for (const { which, at } of corrections.flatMap(timesOf)) {
    const territory =
      territoryOf({ id: '', at, direction: which }, territories) ?? nearestTo(at, territories);
    own.set(territory, { ...(own.get(territory) ?? { in: null, out: null }), [which]: at });
  }
  return own;
}

/** What the corrections of a day without a shift say together; null where there are none. */
export function wholeCorrection(corrections: readonly Correction[]): Correction | null {
  const last = (which: Direction) => corrections.findLast((each) => each[which] !== null)?.[which] ?? null;
  return corrections.length > 0 ? { in: last('in'), out: last('out') } : null;
}

const timesOf = (correction: Correction) =>
  (['in', 'out'] as const).flatMap((which) => {
    const at = correction[which];
    return at === null ? [] : [{ which, at }];
  });
const nearestTo = (at: number, territories: readonly Territory[]): Territory =>
  territories.reduce((nearest, each) => (distance(at, each) < distance(at, nearest) ? each : nearest));
const distance = (at: number, { from, to }: Territory) => Math.max(from - at, at - to);
