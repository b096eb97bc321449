import type { ImportedPhoto, ImportResult, ImportRow } from '@rollcall/contracts';

/** A line or a photo that was not taken, and why. */
export interface NotTaken {
  readonly line: number | null;
  readonly employeeNo: string;
  readonly name: string;
  /** Path of the photo; null where it is the line itself. */
  readonly photo: string | null;
  readonly code: string;
  readonly reason: string;
}

export type Counts = Omit<ImportResult, 'unusedFiles'>;

const NOTHING: Counts = {
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  photos: 0,
  photosTaken: 0,
  photosUnchanged: 0,
  photosRefused: 0,
};

/** What became of a whole list, portion by portion. */
export class RollUp {
  readonly counts: { -readonly [K in keyof Counts]: number } = { ...NOTHING };
  readonly notTaken: NotTaken[] = [];

  /** @param continued the portion brings more photos of somebody who is counted already */
  add(result: ImportResult, continued: boolean): void {
    for (const key of Object.keys(NOTHING) as (keyof Counts)[]) {
      if (!continued || key.startsWith('photos')) this.counts[key] += result[key];
    }
  }

  /** Notes what was refused of a row that the server tells of. */
  addRow(row: ImportRow, line: number): void {
    const whose = { line, employeeNo: row.employeeNo ?? '', name: row.name ?? '' };
    if (row.outcome === 'refused') this.notTaken.push({ ...whose, photo: null, ...whyNot(row) });
    for (const photo of row.photos.filter(({ outcome }) => outcome === 'refused')) {
      this.notTaken.push({ ...whose, photo: photo.name, ...whyNot(photo) });
    }
  }

  /** A line that was not even sent. */
  refuseLine(whose: Pick<NotTaken, 'line' | 'employeeNo' | 'name'>, code: string, reason: string): void {
    this.counts.rows++;
    this.counts.refused++;
    this.notTaken.push({ ...whose, photo: null, code, reason });
  }

  /** A photo that was not even sent. */
  refusePhoto(refusal: NotTaken): void {
    this.counts.photos++;
    this.counts.photosRefused++;
    this.notTaken.push(refusal);
  }
}

const whyNot = ({ code = 'UNKNOWN', detail = '' }: Pick<ImportedPhoto, 'code' | 'detail'>) => ({
  code,
  reason: detail,
});
