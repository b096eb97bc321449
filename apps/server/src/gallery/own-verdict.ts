import type { Calibration } from '@rollcall/contracts';
import { errorCurve, isAbove, LEAST_PEOPLE, ownBounds } from '@rollcall/gallery';
import type { Scores } from './own-scores.js';

/** What the own people say of a threshold: nothing while they are few, and no more than chance leaves of it. */
export function ownVerdict(
  { genuine, impostor, people }: Scores,
  threshold: number,
  asked: number,
): Calibration['own'] {
  const [at] = errorCurve(genuine, impostor, [threshold]);
  const fpir = at?.fpir ?? null;
  const counted = { people, leastPeople: LEAST_PEOPLE, fpir };
  if (fpir === null || people < LEAST_PEOPLE)
    return { ...counted, verdict: 'too-few', low: null, high: null };
  const own = { rate: fpir, people };
  const more = isAbove(own, asked) ? 'above' : 'unclear';
  return { ...counted, verdict: fpir > asked ? more : 'within', ...ownBounds(own) };
}
