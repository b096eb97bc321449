import { DomainError } from '../domain-error.js';
import type { Uploads } from './upload.js';

/** The bytes of one picture field. @throws DomainError when the request carries none */
export function pictureIn(files: Uploads | undefined, field: string): Buffer {
  const picture = files?.[field]?.[0]?.buffer;
  if (picture) return picture;
  const detail = `Send multipart/form-data with a picture in the field "${field}".`;
  throw new DomainError('invalid', 'IMAGE_MISSING', detail);
}

/** Media type of a picture that was accepted earlier, from its first bytes. */
export function mediaTypeOf(picture: Uint8Array): string {
  if (picture[0] === 0xff) return 'image/jpeg';
  return picture[0] === 0x89 ? 'image/png' : 'image/webp';
}
