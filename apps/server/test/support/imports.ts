import type { ImportResult, ImportRow, Job, JobAccepted, Page } from '@rollcall/contracts';
import type { Client } from './client.js';
import { aZip } from './zip.js';

export type Photos = Record<string, Buffer>;

/** The form of an import. */
export function importForm(csv: Buffer | string, archive?: Buffer): FormData {
  const form = new FormData();
  form.append('csv', new Blob([Buffer.from(csv as string)]), 'people.csv');
  if (archive) form.append('photos', new Blob([new Uint8Array(archive)]), 'photos.zip');
  return form;
}

/** Sends a list and its photos; answers the job's id. */
export async function startImport(client: Client, csv: Buffer | string, photos?: Photos): Promise<string> {
  const form = importForm(csv, photos && (await aZip(photos)));
  const { status, text } = await client.answer('POST', '/people/import', form);
  if (status !== 202) throw new Error(`The import was answered ${status}: ${text}`);
  return (JSON.parse(text) as JobAccepted).jobId;
}

/** The job once it has come to its end. */
export async function finished(client: Client, jobId: string): Promise<Job> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const job = await client.get<Job>(`/jobs/${jobId}`);
    if (!['waiting', 'active'].includes(job.state)) return job;
    if (Date.now() > deadline) throw new Error(`The job is still ${job.state}: ${JSON.stringify(job.error)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const rowsOf = async (client: Client, jobId: string, query = '') =>
  (await client.get<Page<ImportRow>>(`/people/import/${jobId}/rows${query}`)).items;

/** Imports, waits, and tells what became of it. */
export async function imported(client: Client, csv: Buffer | string, photos?: Photos) {
  const jobId = await startImport(client, csv, photos);
  const job = await finished(client, jobId);
  if (job.state !== 'completed') throw new Error(`The job is ${job.state}: ${JSON.stringify(job.error)}`);
  return { jobId, result: job.result as ImportResult, rows: await rowsOf(client, jobId) };
}
