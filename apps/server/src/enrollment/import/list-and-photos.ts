import { DomainError } from '../../platform/domain-error.js';
import type { Uploads } from '../../platform/http/upload.js';
import { importTooLarge, MAX_CSV_BYTES } from './receives-import.interceptor.js';

/** Where the two files of a request lie. @throws DomainError when there is no list, or one that is too large */
export function listAndPhotos(files: Uploads | undefined): { csv: string; photos: string | undefined } {
  const csv = files?.['csv']?.[0];
  if (!csv) {
    const detail = 'Send multipart/form-data with the list of people as a file in the field "csv".';
    throw new DomainError('invalid', 'IMPORT_CSV_MISSING', detail);
  }
  if (csv.size > MAX_CSV_BYTES) throw importTooLarge();
  return { csv: csv.path, photos: files['photos']?.[0]?.path };
}
