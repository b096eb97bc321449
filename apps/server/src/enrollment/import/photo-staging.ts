import { Injectable } from '@nestjs/common';
import type { PhotoOwners } from '@rollcall/roster';
import { v7 as uuidv7 } from 'uuid';
import { hasConsent } from '../../people/person-message.js';
import { PeopleService } from '../../people/people.service.js';
import type { Person } from '../../people/person.entity.js';
import { Clock } from '../../platform/clock/clock.js';
import { BlobStore } from '../../platform/storage/blob-store.js';
import { FaceAlbum } from '../face-album.js';
import { PhotoFingerprint } from '../photo-fingerprint.js';
import type { ImportPhoto } from './import-photo.entity.js';
import type { ImportRow } from './import-row.entity.js';
import { inParallel } from '../../platform/in-parallel.js';
import type { PhotoArchive } from './photo-archive.js';
import { MISSING, NO_CONSENT, ROW_REFUSED, TOO_LARGE, type Reason } from './reason.js';
import type { RowOfLine } from './rows.js';

const AT_ONCE = 4;
const WAIT_DAYS = 7;
const DAY_MS = 86_400_000;

/** What is known of the people on a list before the import begins. */
interface Known {
  readonly people: ReadonlyMap<string, Person>;
  /** Fingerprints by person; one that is met is added. */
  readonly photos: ReadonlyMap<string, Set<string>>;
}

/** Takes the photos of an archive into the store, sealed, to wait for the job: those that there is a reason to keep. */
@Injectable()
export class PhotoStaging {
  constructor(
    private readonly people: PeopleService,
    private readonly album: FaceAlbum,
    private readonly fingerprint: PhotoFingerprint,
    private readonly blobs: BlobStore,
    private readonly clock: Clock,
  ) {}

  async stage(
    rows: readonly RowOfLine[],
    owners: PhotoOwners,
    archive: PhotoArchive | null,
  ): Promise<ImportPhoto[]> {
    const known = await this.known(rows);
    const photos: ImportPhoto[] = [];
    const there = rows.flatMap(({ line, row }) =>
      (owners.filesOf.get(line) ?? []).map((path) => ({ row, path })),
    );
    const gone = rows.flatMap(({ line, row }) =>
      (owners.missingOf.get(line) ?? []).map((path) => ({ row, path })),
    );
    for (const { row, path } of gone) photos.push(photoOf(row, path, refusalOf(row) ?? MISSING));
    try {
      await inParallel(there, AT_ONCE, async ({ row, path }) => {
        photos.push(await this.one(row, path, archive!, known));
      });
      return photos;
    } catch (error) {
      await this.discard(photos);
      throw error;
    }
  }

  async discard(photos: readonly ImportPhoto[]): Promise<void> {
    await this.blobs.remove(photos.flatMap(({ blobId }) => blobId ?? []));
  }

  private async one(row: ImportRow, path: string, archive: PhotoArchive, known: Known): Promise<ImportPhoto> {
    const person = known.people.get(row.employeeNo!);
    const consented = row.fields.consent !== undefined || (person !== undefined && hasConsent(person));
    const reason =
      refusalOf(row) ??
      (archive.isTooLarge(path) ? TOO_LARGE : undefined) ??
      (consented ? undefined : NO_CONSENT);
    if (reason) return photoOf(row, path, reason);
    const bytes = await archive.read(path);
    const hash = this.fingerprint.of(bytes);
    const seen = known.photos.get(person?.id ?? row.id)!;
    if (seen.has(hash)) return { ...photoOf(row, path), outcome: 'unchanged' };
    seen.add(hash);
    const until = new Date(this.clock.now().getTime() + WAIT_DAYS * DAY_MS);
    return { ...photoOf(row, path), blobId: await this.blobs.put('photo', bytes, until) };
  }

  private async known(rows: readonly RowOfLine[]): Promise<Known> {
    const people = await this.people.withNumbers(rows.flatMap(({ row }) => row.employeeNo ?? []));
    const enrolled = await this.album.fingerprints([...people.values()].map(({ id }) => id));
    const strangers = rows.map(({ row }) => [row.id, new Set<string>()] as const);
    return { people, photos: new Map([...enrolled, ...strangers]) };
  }
}

const refusalOf = ({ outcome, code }: ImportRow): Reason | undefined =>
  outcome === 'refused' ? { code: code!, detail: ROW_REFUSED } : undefined;

const photoOf = (row: ImportRow, name: string, reason?: Reason): ImportPhoto => ({
  id: uuidv7(),
  rowId: row.id,
  name,
  blobId: null,
  outcome: reason ? 'refused' : 'waiting',
  code: reason?.code ?? null,
  detail: reason?.detail ?? null,
  likePersonId: null,
});
