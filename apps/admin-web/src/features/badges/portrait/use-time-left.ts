import type { Badge } from '@rollcall/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useJob } from '../../jobs/jobs.queries.js';
import { secondsLeft, type Sighting } from '../studio/pace.js';
import { useDuration } from '../studio/use-duration.js';

/** How long it will still take, in words; nothing while that cannot be said. */
export function useTimeLeft({ jobId, settings, state }: Badge, step: number): string {
  const { t } = useTranslation('badges');
  const duration = useDuration();
  const { data: job, dataUpdatedAt } = useJob(jobId);
  const [first, setFirst] = useState<Sighting | null>(null);
  const [last, setLast] = useState<Sighting | null>(null);
  if (state === 'active' && step > 0 && dataUpdatedAt > 0 && last?.step !== step) {
    const seen = { step, at: dataUpdatedAt };
    setLast(seen);
    if (first === null) setFirst(seen);
  }
  // What passes while it waits for its next attempt says nothing of the pace.
  const paused = state === 'waiting' && first !== null;
  if (paused) {
    setFirst(null);
    setLast(null);
  }
  const { size, steps = 0 } = settings;
  if (paused || step >= steps || !first || !last) return '';
  const seconds = secondsLeft(first, last, { size, steps, goesOn: (job?.attempts ?? 1) > 1 });
  return seconds === null ? '' : t('growing.left', { time: duration.say(seconds) });
}
