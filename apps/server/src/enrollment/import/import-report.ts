import { Injectable } from '@nestjs/common';
import type { ImportedPhoto, ImportRow as RowMessage, ImportRowQuery, Page } from '@rollcall/contracts';
import { DataSource, In } from 'typeorm';
import type { Person } from '../../people/person.entity.js';
import { PeopleService } from '../../people/people.service.js';
import { notFound } from '../../platform/domain-error.js';
import { parseAs } from '../../platform/http/validation.js';
import { z } from 'zod';
import { ImportPhoto } from './import-photo.entity.js';
import { ImportRow } from './import-row.entity.js';
import { PeopleImport } from './import.entity.js';

const cursorLine = z.string().regex(/^line-\d{1,9}$/, { error: 'is not one that this list answered' });

/** What became of every line and photo of an import, in the order of its list. */
@Injectable()
export class ImportReport {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleService,
  ) {}

  async rows(jobId: string, query: ImportRowQuery): Promise<Page<RowMessage>> {
    const list = await this.source.manager.findOneBy(PeopleImport, { jobId });
    if (!list) throw notFound('import');
    const found = await this.page(list.id, query);
    const rows = found.slice(0, query.limit);
    const photos = await this.photosOf(rows);
    const alike = await this.people.named(photos.flatMap(({ likePersonId }) => likePersonId ?? []));
    const items = rows.map(
      (row) =>
      present(row, photos.filter(({ rowId }) => rowId === row.id), alike), // prettier-ignore
    );
    const last = found.length > query.limit ? rows.at(-1) : undefined;
    return { items, nextCursor: last ? `line-${last.line}` : null };
  }

  private page(importId: string, { outcome, limit, cursor }: ImportRowQuery): Promise<ImportRow[]> {
    const line =
      cursor === undefined ? 0 : Number(parseAs(cursorLine, cursor, 'cursor').slice('line-'.length));
    const rows = this.source.manager
      .createQueryBuilder(ImportRow, 'r')
      .where('r.import_id = :importId AND r.line > :line', { importId, line });
    if (outcome === 'refused') {
      rows.andWhere(
        `(r.outcome = 'refused' OR EXISTS (SELECT FROM import_photos p WHERE p.row_id = r.id AND p.outcome = 'refused'))`,
      );
    }
    return rows
      .orderBy('r.line')
      .limit(limit + 1)
      .getMany();
  }

  private photosOf(rows: readonly ImportRow[]): Promise<ImportPhoto[]> {
    const where = { rowId: In(rows.map(({ id }) => id)) };
    return this.source.manager.find(ImportPhoto, { where, order: { name: 'ASC' } });
  }
}

const present = (row: ImportRow, photos: readonly ImportPhoto[], alike: Map<string, Person>): RowMessage => ({
  line: row.line,
  employeeNo: row.employeeNo,
  name: row.name,
  personId: row.personId,
  outcome: row.outcome,
  ...why(row),
  photos: photos.map((photo) => presentPhoto(photo, alike.get(photo.likePersonId ?? ''))),
});

function presentPhoto(photo: ImportPhoto, like: Person | undefined): ImportedPhoto {
  const { name, outcome } = photo;
  const { code, detail } = why(photo);
  const whose = like && ` It is the face of ${like.name}, ${like.employeeNo}.`;
  return { name, outcome, ...(code && { code }), ...(detail && { detail: detail + (whose ?? '') }) };
}

const why = ({ code, detail }: { code: string | null; detail: string | null }) => ({
  ...(code !== null && { code }),
  ...(detail !== null && { detail }),
});
