import { Injectable } from '@nestjs/common';
import type { ImportResult } from '@rollcall/contracts';
import { DataSource, LessThanOrEqual, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { BlobStore } from '../../platform/storage/blob-store.js';
import { ImportPhoto } from './import-photo.entity.js';
import { ImportRow } from './import-row.entity.js';
import { PeopleImport } from './import.entity.js';
import { ROW_REFUSED, type Reason } from './reason.js';

const BATCH = 500;

/** Of a row, what the job finds out. */
export type SettledRow = Pick<ImportRow, 'personId' | 'created' | 'outcome'>;

/** The rows and photos of imports, and every step that one of them takes. */
@Injectable()
export class ImportLedger {
  constructor(
    private readonly source: DataSource,
    private readonly blobs: BlobStore,
    private readonly clock: Clock,
  ) {}

  async add(
    manager: EntityManager,
    list: PeopleImport,
    rows: ImportRow[],
    photos: ImportPhoto[],
  ): Promise<void> {
    await manager.insert(PeopleImport, list);
    for (let i = 0; i < rows.length; i += BATCH) await manager.insert(ImportRow, rows.slice(i, i + BATCH));
    for (let i = 0; i < photos.length; i += BATCH)
      await manager.insert(ImportPhoto, photos.slice(i, i + BATCH));
  }

  find(id: string): Promise<PeopleImport | null> {
    return this.source.manager.findOneBy(PeopleImport, { id });
  }

  /** The next row below this line that has something to be done; loaded afresh, for its person may be erased meanwhile. */
  rowBelow(importId: string, line: number): Promise<ImportRow | null> {
    return this.source.manager
      .createQueryBuilder(ImportRow, 'r')
      .where('r.import_id = :importId AND r.line > :line', { importId, line })
      .andWhere(
        `(r.outcome = 'waiting' OR EXISTS (SELECT FROM import_photos p WHERE p.row_id = r.id AND p.outcome = 'waiting'))`,
      )
      .orderBy('r.line')
      .limit(1)
      .getOne();
  }

  waitingPhotos(rowId: string): Promise<ImportPhoto[]> {
    return this.source.manager.find(ImportPhoto, {
      where: { rowId, outcome: 'waiting' },
      order: { id: 'ASC' },
    });
  }

  async settleRow(id: string, settled: SettledRow): Promise<void> {
    await this.source.manager.update(ImportRow, { id }, settled);
  }

  /** The row is not taken, and so are its photos not. */
  async refuseRow(id: string, { code, detail }: Reason): Promise<void> {
    await this.source.manager.update(ImportRow, { id }, { outcome: 'refused', code, detail });
    for (const photo of await this.waitingPhotos(id))
      await this.refusePhoto(photo, { code, detail: ROW_REFUSED });
  }

  /** The photo is enrolled: by this import, or it was before. */
  async settlePhoto(photo: ImportPhoto, outcome: 'taken' | 'unchanged'): Promise<void> {
    await this.source.query(
      `WITH photo AS (UPDATE import_photos SET outcome = $2, blob_id = NULL WHERE id = $1)
       UPDATE import_rows SET outcome = 'taken' WHERE id = $3 AND outcome = 'unchanged' AND $2 = 'taken'`,
      [photo.id, outcome, photo.rowId],
    );
    await this.drop(photo);
  }

  async refusePhoto(photo: ImportPhoto, { code, detail, likePersonId }: Reason): Promise<void> {
    const refusal = {
      outcome: 'refused',
      code,
      detail,
      likePersonId: likePersonId ?? null,
      blobId: null,
    } as const;
    await this.source.manager.update(ImportPhoto, { id: photo.id }, refusal);
    await this.drop(photo);
  }

  /** How many photos there are and how many are done; rows, where there are none. */
  async progress(importId: string): Promise<{ done: number; all: number; byPhotos: boolean }> {
    const [counts] = await this.source.query<[Record<'rows' | 'rowsDone' | 'photos' | 'photosDone', number>]>(
      `SELECT count(DISTINCT r.id)::int AS rows, count(p.id)::int AS photos,
         count(DISTINCT r.id) FILTER (WHERE r.outcome <> 'waiting')::int AS "rowsDone",
         count(p.id) FILTER (WHERE p.outcome <> 'waiting')::int AS "photosDone"
       FROM import_rows r LEFT JOIN import_photos p ON p.row_id = r.id WHERE r.import_id = $1`,
      [importId],
    );
    const { rows, rowsDone, photos, photosDone } = counts;
    const byPhotos = photos > 0;
    return byPhotos ? { done: photosDone, all: photos, byPhotos } : { done: rowsDone, all: rows, byPhotos };
  }

  async result({ id, unusedFiles }: PeopleImport): Promise<ImportResult> {
    const [rows] = await this.source.query<[Omit<ImportResult, 'unusedFiles'>]>(
      `SELECT count(*)::int AS rows, count(*) FILTER (WHERE created)::int AS created,
         count(*) FILTER (WHERE outcome = 'taken' AND NOT created)::int AS updated,
         count(*) FILTER (WHERE outcome = 'unchanged')::int AS unchanged,
         count(*) FILTER (WHERE outcome = 'refused')::int AS refused
       FROM import_rows WHERE import_id = $1`,
      [id],
    );
    const [photos] = await this.source.query<[object]>(
      `SELECT count(*)::int AS photos, count(*) FILTER (WHERE p.outcome = 'taken')::int AS "photosTaken",
         count(*) FILTER (WHERE p.outcome = 'unchanged')::int AS "photosUnchanged",
         count(*) FILTER (WHERE p.outcome = 'refused')::int AS "photosRefused"
       FROM import_photos p JOIN import_rows r ON r.id = p.row_id WHERE r.import_id = $1`,
      [id],
    );
    return { ...rows, ...photos, unusedFiles };
  }

  /** Destroys the photos of this person that wait, within the caller's transaction; answers how many there were. */
  async forgetPhotos(manager: EntityManager, personId: string, employeeNo: string | null): Promise<number> {
    const [photos] = await manager.query<[{ blob: string }[], number]>(
      `DELETE FROM import_photos p USING import_rows r
       WHERE r.id = p.row_id AND p.blob_id IS NOT NULL AND (r.person_id = $1 OR r.employee_no = $2)
       RETURNING p.blob_id AS blob`,
      [personId, employeeNo],
    );
    await this.blobs.expire(manager, photos.map(({ blob }) => blob)); // prettier-ignore
    return photos.length;
  }

  /** Destroys what imports say of this person, after the photos that wait. */
  async forgetRows(manager: EntityManager, personId: string, employeeNo: string | null): Promise<void> {
    await manager.query('UPDATE import_photos SET like_person_id = NULL WHERE like_person_id = $1', [
      personId,
    ]);
    await manager.query('DELETE FROM import_rows WHERE person_id = $1 OR employee_no = $2', [
      personId,
      employeeNo,
    ]);
  }

  /** Imports that are due go with their rows. Answers how many. */
  async sweep(): Promise<number> {
    const due = { deleteAfter: LessThanOrEqual(this.clock.now()) };
    return (await this.source.manager.delete(PeopleImport, due)).affected ?? 0;
  }

  private async drop({ blobId }: ImportPhoto): Promise<void> {
    if (blobId) await this.blobs.remove([blobId]);
  }
}
