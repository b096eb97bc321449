import { setTimeout as sleep } from 'node:timers/promises';
import { importPeople, type ImportOutcome } from '@rollcall/tools';
import pg from 'pg';
import type { Cluster } from './cluster.js';
import type { ImportMaterial } from './staff.js';

const STARTED_WITHIN_MS = 30_000;
const LOOK_MS = 100;

/** What became of an import, by its own report and by the tables. */
export interface Imported {
  readonly photos: number;
  readonly taken: number;
  readonly refused: number;
  readonly seconds: number;
  readonly jobs: readonly { readonly state: string; readonly attempts: number }[];
  /** Faces in the database of the people on the list: as many as were taken, each once. */
  readonly faces: number;
  readonly completedOnce: boolean;
}

/** An import that goes through the proxy, started here and looked after until its end. */
export class ImportWatch {
  private readonly began = performance.now();
  private readonly since: Promise<Date>;
  private readonly outcome: Promise<ImportOutcome>;

  constructor(
    private readonly cluster: Cluster,
    private readonly material: ImportMaterial,
  ) {
    this.since = this.ask<{ now: Date }>('SELECT now()').then(([row]) => row!.now);
    const silent = { begin: () => undefined, reach: () => undefined };
    const { csv, photos } = material;
    this.outcome = this.since.then(() =>
      importPeople(() => cluster.admin(), csv, photos, silent, new AbortController().signal),
    );
    this.outcome.catch(() => undefined); // end() tells.
  }

  /** The process that runs a job of it, once it has done some of it. */
  async runner(): Promise<number> {
    const deadline = Date.now() + STARTED_WITHIN_MS;
    while (Date.now() < deadline) {
      const [job] = await this.ask<{ leasedBy: string }>(
        `SELECT leased_by AS "leasedBy" FROM jobs
         WHERE kind = 'people.import' AND state = 'active' AND created_at >= $1 AND progress > 5`,
        [await this.since],
      );
      if (job) return Number(job.leasedBy.split(':')[1]);
      await sleep(LOOK_MS);
    }
    throw new Error('No worker began the import in time.');
  }

  async end(): Promise<Imported> {
    const { counts } = await this.outcome;
    const seconds = (performance.now() - this.began) / 1000;
    const jobs = await this.ask<Imported['jobs'][number]>(
      `SELECT state, attempts FROM jobs WHERE kind = 'people.import' AND created_at >= $1 ORDER BY id`,
      [await this.since],
    );
    const [row] = await this.ask<{ faces: number }>(
      'SELECT count(*)::int AS faces FROM faces f JOIN people p ON p.id = f.person_id WHERE p.employee_no = ANY($1)',
      [this.material.employeeNos],
    );
    const { photos, photosTaken: taken, photosRefused: refused } = counts;
    const settled = taken + refused === photos && row!.faces === taken;
    const completedOnce = settled && jobs.every(({ state }) => state === 'completed');
    return { photos, taken, refused, seconds, jobs, faces: row!.faces, completedOnce };
  }

  private async ask<Row extends object>(statement: string, parameters: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.cluster.services.databaseUrl });
    await client.connect();
    try {
      return (await client.query<Row>(statement, parameters)).rows;
    } finally {
      await client.end();
    }
  }
}
