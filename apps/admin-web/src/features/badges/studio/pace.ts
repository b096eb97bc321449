import type { Badge, Job } from '@rollcall/contracts';
import { workOf, type Effort } from './painting-work.js';

/** Seconds that a step takes for each pixel: measured on two cores at 256 x 512. */
const USUAL = 4.7e-6;

/** What a step takes here, by portraits that were painted here from beginning to end; else what is usual. */
export function paceOf(jobs: readonly Job[], badges: readonly Badge[]): number {
  const painted = new Map(badges.map(({ jobId, settings }) => [jobId, settings]));
  const paces = jobs.flatMap((job) => {
    const settings = painted.get(job.id);
    if (!settings || job.state !== 'completed' || job.attempts !== 1) return [];
    if (!job.steps || !job.startedAt || !job.finishedAt) return [];
    const seconds = (Date.parse(job.finishedAt) - Date.parse(job.startedAt)) / 1_000;
    return [seconds / workOf({ size: settings.size, steps: job.steps })];
  });
  return paces.length === 0 ? USUAL : (paces.sort((a, b) => a - b)[Math.floor(paces.length / 2)] ?? USUAL);
}

export const secondsFor = (effort: Effort, pace: number): number => workOf(effort) * pace;

/** Something seen of a painting at a moment. */
export interface Sighting {
  step: number;
  /** In milliseconds of this browser's clock. */
  at: number;
}

/** By what this browser has seen itself, so that the server's clock does not matter. Null while that is too little. */
export function secondsLeft(first: Sighting, now: Sighting, effort: Effort): number | null {
  if (now.step - first.step < 2) return null;
  const pace = (now.at - first.at) / workOf(effort, first.step, now.step);
  return (pace * workOf(effort, now.step)) / 1_000;
}
