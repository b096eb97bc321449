import { territoryOf, type Territory } from '../punches/territory.js';
import type { Correction } from './day-plan.js';

/**
 * What a correction of a day says of each of its shifts: each of its times is of the shift into whose time it falls, or
 * the nearest one. The other shifts keep what the kiosks saw.
 *
 * @param territories of the day, in order; none on a day off
 */
export function ownCorrections(
  correction: Correction | null,
  territories: readonly Territory[],
): Map<Territory, Correction> {
  const own = new Map<Territory, Correction>();
  if (!correction || territories.length === 0) return own;
  for (const which of ['in', 'out'] as const) {
    const at = correction[which];
    if (at === null) continue;
    const territory =
      territoryOf({ id: '', at, direction: which }, territories) ?? nearestTo(at, territories);
    own.set(territory, { ...(own.get(territory) ?? { in: null, out: null }), [which]: at });
  }
  return own;
}

const nearestTo = (at: number, territories: readonly Territory[]): Territory =>
  territories.reduce((nearest, each) => (distance(at, each) < distance(at, nearest) ? each : nearest));
const distance = (at: number, { from, to }: Territory) => Math.max(from - at, at - to);
