import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { photoOwners, readRoster, RosterFault, type Roster } from '@rollcall/roster';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { isOutage } from '../../platform/database/outage.js';
import { DomainError } from '../../platform/domain-error.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { ImportLedger } from './import-ledger.js';
import type { ListAndPhotos } from './list-and-photos.js';
import { PhotoArchive } from './photo-archive.js';
import { PhotoStaging } from './photo-staging.js';
import { rowsOf } from './rows.js';

const DAY_MS = 86_400_000;
const KEPT_DAYS = 30;
const MAX_UNUSED = 100;
const MAX_PHOTOS = 20_000;

@Injectable()
export class PeopleImports {
  constructor(
    private readonly source: DataSource,
    private readonly staging: PhotoStaging,
    private readonly ledger: ImportLedger,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Puts a list and its photos where the job finds them; answers the job's id. */
  async start(actor: string, { name, csv, photos }: ListAndPhotos): Promise<string> {
    const roster = await rosterIn(csv);
    const archive = photos === undefined ? null : await PhotoArchive.open(photos);
    try {
      return await this.keep(actor, name, roster, archive);
    } finally {
      archive?.close();
    }
  }

  /** Within the caller's transaction: destroys what waits of this person's photos; answers how many. */
  forgetPhotos(manager: EntityManager, person: { id: string; employeeNo: string | null }): Promise<number> {
    return this.ledger.forgetPhotos(manager, person.id, person.employeeNo);
  }

  /** Within the caller's transaction: destroys every line about this person. */
  forgetRows(manager: EntityManager, person: { id: string; employeeNo: string | null }): Promise<void> {
    return this.ledger.forgetRows(manager, person.id, person.employeeNo);
  }

  private async keep(
    actor: string,
    file: string,
    roster: Roster,
    archive: PhotoArchive | null,
  ): Promise<string> {
    const owners = photoOwners(roster, archive?.paths ?? []);
    requireFewPhotos(roster, owners.filesOf, owners.missingOf);
    const id = uuidv7();
    const now = this.clock.now();
    const rows = rowsOf(id, roster, now);
    const photos = await this.staging.stage(rows, owners, archive);
    try {
      return await this.source.transaction(async (manager) => {
        const about = { file, rows: rows.length };
        const options = { manager, about };
        const jobId = await this.jobs.enqueue(actor, 'people.import', { importId: id }, options);
        const deleteAfter = new Date(now.getTime() + KEPT_DAYS * DAY_MS);
        const unusedFiles = owners.unused.slice(0, MAX_UNUSED);
        const list = { id, jobId, unusedFiles, createdAt: now, deleteAfter };
        await this.ledger.add(manager, list, rows.map(({ row }) => row), photos); // prettier-ignore
        const details = { rows: rows.length, photos: photos.length };
        await this.audit.record(
          { actor, action: 'people.import', subject: `job:${jobId}`, details },
          manager,
        );
        return jobId;
      });
    } catch (error) {
      // After an outage the import may be there all the same, and need them; if not, they go within a week.
      if (!isOutage(error)) await this.staging.discard(photos);
      throw error;
    }
  }
}

async function rosterIn(path: string): Promise<Roster> {
  try {
    return await readRoster(await readFile(path));
  } catch (error) {
    if (error instanceof RosterFault) throw new DomainError('rule', 'IMPORT_CSV_INVALID', error.message);
    throw error;
  }
}

/** A list can name files by the million that nobody sent. */
function requireFewPhotos(roster: Roster, ...named: ReadonlyMap<object, readonly string[]>[]): void {
  const count = named.flatMap((each) => [...each.values()]).reduce((sum, names) => sum + names.length, 0);
  if (count <= MAX_PHOTOS) return;
  const fault = new RosterFault(
    1,
    `The list names ${count} photos; at most 20,000 are taken at once. Split it.`,
  );
  throw new DomainError('rule', 'IMPORT_CSV_INVALID', fault.message);
}
