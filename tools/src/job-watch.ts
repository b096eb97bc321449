import type { Job } from '@rollcall/contracts';
import type { RollcallClient } from './rollcall-client.js';

const LOOK_MS = 500;
const WIDTH = 28;

/** Shows a job's progress on the terminal until it has ended. @throws Error that says why it failed */
export async function watchJob(client: RollcallClient, jobId: string, what: string): Promise<Job> {
  for (;;) {
    const job = await client.get<Job>(`/jobs/${jobId}`);
    draw(what, job);
    if (job.state === 'completed') return job;
    if (job.state === 'cancelled') throw new Error('The job was cancelled.');
    if (job.state === 'failed') throw new Error(job.error?.detail ?? 'The job failed.');
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

function draw(what: string, { progress, step, steps, state }: Job): void {
  if (!process.stderr.isTTY) return;
  const filled = Math.round((progress / 100) * WIDTH);
  const count = steps ? ` ${step ?? 0}/${steps}` : '';
  const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
  process.stderr.write(`\r\x1b[2K${what} ${bar} ${Math.round(progress)} %${count}`);
  if (state !== 'waiting' && state !== 'active') process.stderr.write('\r\x1b[2K');
}
