import { setTimeout as sleep } from 'node:timers/promises';
import { importPeople, type ImportOutcome } from '@rollcall/tools';
import pg from 'pg';
import type { Cluster } from './cluster.js';
import { tally } from './spans.js';
import type { ImportMaterial } from './staff.js';

const STARTED_WITHIN_MS = 30_000;
const LOOK_MS = 100;
/** Whatever happens to the machines, a photo is refused for no other reason. */
const ABOUT_THE_PHOTO = ['NO_FACE', 'MULTIPLE_FACES', 'LOW_QUALITY', 'DUPLICATE_FACE'];

/** What became of an import, by its own report and by the tables. */
export interface Imported {
  /** In the database, of those on the list. */
  readonly people: number;
  readonly photos: number;
  readonly taken: number;
  /** Why photos were refused, and how many for each reason. */
  readonly refused: Record<string, number>;
  readonly seconds: number;
  readonly jobs: readonly { readonly state: string; readonly attempts: number }[];
  /** Faces in the database of the people on the list: as many as were taken, each once. */
  readonly faces: number;
  readonly completedOnce: boolean;
}

interface Job {
  readonly state: string;
  readonly attempts: number;
  readonly progress: number;
  readonly leasedBy: string;
}

const JOBS = `
  SELECT j.state, j.attempts, j.progress, j.leased_by AS "leasedBy" FROM jobs j JOIN imports i ON i.job_id = j.id
  WHERE EXISTS (SELECT FROM import_rows r WHERE r.import_id = i.id AND r.employee_no = ANY ($1)) ORDER BY j.id`;
const TAKEN = `
  SELECT count(DISTINCT p.id)::int AS people, count(f.id)::int AS faces
  FROM people p LEFT JOIN faces f ON f.person_id = p.id WHERE p.employee_no = ANY ($1)`;

/** An import that goes through the proxy, started here and looked after until its end. */
export class ImportWatch {
  private readonly began = performance.now();
  private readonly outcome: Promise<ImportOutcome>;

  constructor(
    private readonly cluster: Cluster,
    private readonly material: ImportMaterial,
  ) {
    const silent = { begin: () => undefined, reach: () => undefined };
    const { csv, photos } = material;
    this.outcome = importPeople(() => cluster.admin(), csv, photos, silent, new AbortController().signal);
    this.outcome.catch(() => undefined); // end() tells.
  }

  /** The process that runs a job of it, once it has done some of it. */
  async runner(): Promise<number> {
    const deadline = Date.now() + STARTED_WITHIN_MS;
    while (Date.now() < deadline) {
      const jobs = await this.ask<Job>(JOBS);
      const active = jobs.find(({ state, progress }) => state === 'active' && progress > 5);
      if (active) return Number(active.leasedBy.split(':')[1]);
      await sleep(LOOK_MS);
    }
    throw new Error('No worker began the import in time.');
  }

  async end(): Promise<Imported> {
    const { counts, notTaken } = await this.outcome;
    const seconds = (performance.now() - this.began) / 1000;
    const jobs = (await this.ask<Job>(JOBS)).map(({ state, attempts }) => ({ state, attempts }));
    const [row] = await this.ask<{ people: number; faces: number }>(TAKEN);
    const { people, faces } = row!;
    const { photos, photosTaken: taken, photosRefused } = counts;
    const refused = tally(notTaken.flatMap(({ photo, code }) => (photo === null ? [] : code)));
    const settled =
      people === this.material.employeeNos.length && taken + photosRefused === photos && faces === taken;
    const ownFault = Object.keys(refused).every((code) => ABOUT_THE_PHOTO.includes(code));
    const completedOnce = settled && ownFault && jobs.every(({ state }) => state === 'completed');
    return { people, photos, taken, refused, seconds, jobs, faces, completedOnce };
  }

  /** Of the people on the list, who are on no other. */
  private async ask<Row extends object>(statement: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.cluster.services.databaseUrl });
    await client.connect();
    try {
      return (await client.query<Row>(statement, [this.material.employeeNos])).rows;
    } finally {
      await client.end();
    }
  }
}
