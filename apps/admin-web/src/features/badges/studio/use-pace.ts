import { useMemo } from 'react';
import { useMay } from '../../auth/permissions.js';
import { useJobs } from '../../jobs/jobs.queries.js';
import { useBadges } from '../badges.queries.js';
import { paceOf } from './pace.js';

/** Seconds that a step takes on this server for each pixel. */
export function usePace(): number {
  const jobs = useJobs('completed', 'badges.render');
  const badges = useBadges(null, useMay()('badges.read'));
  return useMemo(
    () =>
      paceOf(
        jobs.data?.pages.flatMap(({ items }) => items) ?? [],
        badges.data?.pages.flatMap(({ items }) => items) ?? [],
      ),
    [jobs.data, badges.data],
  );
}
