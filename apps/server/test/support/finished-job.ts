import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '@rollcall/contracts';
import type { Client } from './client.js';

const PATIENCE_MS = 30_000;
const LOOK_MS = 50;

/** The job once it came to its end, whichever that is. */
export async function finishedJob(admin: Client, jobId: string, patienceMs = PATIENCE_MS): Promise<Job> {
  for (let waited = 0; waited < patienceMs; waited += LOOK_MS) {
    const job = await admin.get<Job>(`/jobs/${jobId}`);
    if (job.state !== 'waiting' && job.state !== 'active') return job;
    await sleep(LOOK_MS);
  }
  throw new Error(`The job ${jobId} did not end within ${patienceMs / 1000} s.`);
}
