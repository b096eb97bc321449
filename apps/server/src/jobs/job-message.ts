import type { Job as JobMessage } from '@rollcall/contracts';
import type { Job } from '../platform/jobs/job.entity.js';

/** A job as the API tells it; not what it works on, nor who runs it. */
export function messageOf(job: Job): JobMessage {
  const waitsAgain = job.state === 'waiting' && job.attempts > 0;
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    ...(job.about && { about: job.about }),
    progress: job.progress,
    ...(job.step !== null && { step: job.step }),
    ...(job.steps !== null && { steps: job.steps }),
    ...(job.loss !== null && { loss: job.loss }),
    ...(job.previewUrl !== null && { previewUrl: job.previewUrl }),
    ...(job.result && { result: job.result }),
    ...(job.error && { error: job.error }),
    attempts: job.attempts,
    maxAttempts: job.maxAttempts,
    cancelRequested: job.cancelRequested,
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
    nextAttemptAt: waitsAgain ? job.runAfter.toISOString() : null,
  };
}
