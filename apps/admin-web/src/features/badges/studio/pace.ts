import type { Badge, Job } from '@rollcall/contracts';

/** Seconds that a step takes for each pixel: measured on two cores at 256 x 512. */
const USUAL = 4.7e-6;

type Effort = { size: number; steps: number };

/** What a step takes here, by portraits that were painted here from beginning to end; else what is usual. */
export function paceOf(jobs: readonly Job[], badges: readonly Badge[]): number {
  const painted = new Map(badges.map(({ jobId, settings }) => [jobId, settings]));
  const paces = jobs.flatMap((job) => {
    const settings = painted.get(job.id);
    if (!settings || job.state !== 'completed' || job.attempts !== 1) return [];
    if (!job.steps || !job.startedAt || !job.finishedAt) return [];
    const seconds = (Date.parse(job.finishedAt) - Date.parse(job.startedAt)) / 1_000;
    return [seconds / (job.steps * settings.size ** 2)];
  });
  return paces.length === 0 ? USUAL : (paces.sort((a, b) => a - b)[Math.floor(paces.length / 2)] ?? USUAL);
}

export const secondsFor = ({ size, steps }: Effort, pace: number): number => size ** 2 * steps * pace;

/** Something seen of a painting at a moment. */
export interface Sighting {
  step: number;
  /** In milliseconds of this browser's clock. */
  at: number;
}

/** By what this browser has seen itself, so that the server's clock does not matter. Null while that is too little. */
export function secondsLeft(first: Sighting, now: Sighting, steps: number): number | null {
  const done = now.step - first.step;
  if (done < 2) return null;
  return (((now.at - first.at) / done) * Math.max(0, steps - now.step)) / 1_000;
}
