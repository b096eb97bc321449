import { basename } from 'node:path';
import { importResult, type ImportRow, type Job, type JobAccepted, type Page } from '@rollcall/contracts';
import { readRoster, type Roster } from '@rollcall/roster';
import type { Archive } from '../archive.js';
import type { RollcallClient } from '../rollcall-client.js';
import { importForm, originalLine } from './import-form.js';
import { persistently } from './persistently.js';
import { listAt, NO_PHOTOS, photosIn } from './photo-source.js';
import { portionsOf, type Portion } from './portions.js';
import { RollUp } from './roll-up.js';
import { sortOut } from './sort-out.js';

const MEGABYTE = 1024 * 1024;
/** Small enough that the server soon begins, and that the first photos wait for nobody. */
const LIMITS = { people: 100, photos: 200, bytes: 100 * MEGABYTE, photosPerPerson: 100 };
/** A server works on two portions at once, unless it is told otherwise; one more is there already when either ends. */
const AHEAD = 3;
const LOOK_MS = 400;

/** How far an import is. The unit is the photo, or the person where there are no photos. */
export interface ImportProgress {
  begin(total: number): void;
  reach(done: number): void;
}

export interface ImportOutcome extends Pick<RollUp, 'counts' | 'notTaken'> {
  /** Files that belong to nobody on the list. */
  readonly unused: readonly string[];
}

/**
 * Sends a list of people and their photos in portions, and follows what becomes of them. Started again after it was
 * stopped, it sends the same, and the server finds unchanged what it took.
 *
 * @param connect called for every request, since the way to a server that starts again may be another
 * @throws Error or Refusal that says why it cannot go on
 */
export async function importPeople(
  connect: () => RollcallClient,
  csv: string,
  photos: string | undefined,
  progress: ImportProgress,
  signal: AbortSignal,
): Promise<ImportOutcome> {
  const roster = await readRoster(await listAt(csv), Infinity);
  const source = photos === undefined ? NO_PHOTOS : await photosIn(photos);
  try {
    return await new PeopleImport(connect, basename(csv), roster, source, progress, signal).run();
  } finally {
    source.close();
  }
}

interface Sent {
  readonly portion: Portion;
  readonly jobId: string;
}

class PeopleImport {
  private readonly rollUp = new RollUp();
  private readonly sent: Sent[] = [];
  private done = 0;

  constructor(
    private readonly connect: () => RollcallClient,
    private readonly name: string,
    private readonly roster: Roster,
    private readonly source: Archive,
    private readonly progress: ImportProgress,
    private readonly signal: AbortSignal,
  ) {}

  async run(): Promise<ImportOutcome> {
    const { people, unused } = sortOut(this.roster, this.source.sizes, this.rollUp);
    const photos = people.reduce((sum, person) => sum + person.photos.length, 0);
    this.progress.begin(photos > 0 ? photos : people.length);
    try {
      for (const portion of portionsOf(people, this.source.sizes, LIMITS)) {
        while (this.sent.length >= AHEAD) await this.follow(photos > 0);
        this.signal.throwIfAborted();
        const form = await importForm(this.name, portion, this.roster, this.source);
        const { jobId } = await persistently(
          () => this.connect().multipart<JobAccepted>('/people/import', form),
          this.signal,
        );
        this.sent.push({ portion, jobId });
      }
      while (this.sent.length > 0) await this.follow(photos > 0);
    } catch (error) {
      await this.callOff();
      throw error;
    }
    return { ...this.rollUp, unused };
  }

  /** Waits a little, tells how far the portions on their way are, and takes the result of one that is done. */
  private async follow(byPhotos: boolean): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    this.signal.throwIfAborted();
    const jobs = await Promise.all(this.sent.map(({ jobId }) => this.ask<Job>(`/jobs/${jobId}`)));
    let underway = 0;
    for (const job of jobs) {
      if (job.state === 'failed' || job.state === 'cancelled') throw new Error(endOf(job));
      if (job.state === 'completed') await this.finish(job, byPhotos);
      else underway += Math.min(job.step ?? 0, this.sizeOf(job.id, byPhotos));
    }
    this.progress.reach(this.done + underway);
  }

  private async finish(job: Job, byPhotos: boolean): Promise<void> {
    const at = this.sent.findIndex(({ jobId }) => jobId === job.id);
    const [{ portion }] = this.sent.splice(at, 1) as [Sent];
    const result = importResult.parse(job.result);
    this.rollUp.add(result, portion.continued);
    this.done += byPhotos ? result.photos : result.rows;
    for await (const row of this.refusedRows(job.id)) {
      this.rollUp.addRow(row, originalLine(portion, row.line).line);
    }
  }

  /** Photos or people of a portion that is on its way. A job without photos counts people. */
  private sizeOf(id: string, byPhotos: boolean): number {
    const { people } = this.sent.find(({ jobId }) => jobId === id)!.portion;
    return byPhotos ? people.reduce((sum, { photos }) => sum + photos.length, 0) : people.length;
  }

  private async *refusedRows(jobId: string): AsyncGenerator<ImportRow> {
    const first = `/people/import/${jobId}/rows?outcome=refused&limit=500`;
    for (let path: string | null = first; path !== null;) {
      const page: Page<ImportRow> = await this.ask(path);
      yield* page.items;
      path = page.nextCursor && `${first}&cursor=${page.nextCursor}`;
    }
  }

  private ask<T>(path: string): Promise<T> {
    return persistently(() => this.connect().get<T>(path), this.signal);
  }

  /** Nobody waits for what is on its way any more. */
  private async callOff(): Promise<void> {
    for (const { jobId } of this.sent) await this.cancel(jobId).catch(() => undefined);
  }

  private async cancel(jobId: string): Promise<void> {
    await this.connect().json('POST', `/jobs/${jobId}/cancel`, {});
  }
}

const endOf = ({ state, error }: Job) =>
  state === 'cancelled'
    ? 'The import was cancelled on the server. Run the command again to go on.'
    : `The import broke off: ${error?.detail ?? 'no reason was given.'} Run the command again to go on.`;
