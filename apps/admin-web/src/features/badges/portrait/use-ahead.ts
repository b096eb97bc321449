import type { Badge } from '@rollcall/contracts';
import { isGrowing, useBadges } from '../badges.queries.js';

/** How many portraits are painted before this one; of those that this browser knows. */
export function useAhead({ id, state, settings }: Badge): number {
  const badges = useBadges(null, state === 'waiting');
  const all = badges.data?.pages.flatMap(({ items }) => items) ?? [];
  // Ids grow with time.
  return all.filter(
    (other) => isGrowing(other) && isInstant(other.settings) === isInstant(settings) && other.id < id,
  ).length;
}

/** What a preset paints has no steps, and waits for its like alone. */
const isInstant = ({ steps }: Badge['settings']) => steps === undefined;
