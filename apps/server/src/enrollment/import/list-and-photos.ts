import { DomainError } from '../../platform/domain-error.js';
import type { Uploads } from '../../platform/http/upload.js';
import { importTooLarge, MAX_CSV_BYTES } from './receives-import.interceptor.js';

const MAX_NAME = 100;

/** Where the two files of a request lie, and what the list is called. */
export interface ListAndPhotos {
  readonly name: string;
  readonly csv: string;
  readonly photos: string | undefined;
}

/** @throws DomainError when there is no list, or one that is too large */
export function listAndPhotos(files: Uploads | undefined): ListAndPhotos {
  const csv = files?.['csv']?.[0];
  if (!csv) {
    const detail = 'Send multipart/form-data with the list of people as a file in the field "csv".';
    throw new DomainError('invalid', 'IMPORT_CSV_MISSING', detail);
  }
  if (csv.size > MAX_CSV_BYTES) throw importTooLarge();
  return { name: nameOf(csv.originalname), csv: csv.path, photos: files['photos']?.[0]?.path };
}

/** The last part of a path, as Postgres and a page can show it. */
function nameOf(original: string): string {
  const name = original.split(/[\\/]/).at(-1)!;
  return [...name.replace(/[\p{Cc}\p{Surrogate}]/gu, '')].slice(0, MAX_NAME).join('');
}
