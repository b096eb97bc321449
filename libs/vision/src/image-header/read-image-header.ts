import type { ImageHeader } from './image-header.js';
import { readJpegHeader } from './jpeg-header.js';
import { readPngHeader } from './png-header.js';
import { readWebpHeader } from './webp-header.js';

/**
 * Reads the header of a JPEG, PNG or WebP, told apart by their first bytes and never by a name or a declared type.
 *
 * @returns null when the bytes are none of the three or the header is incomplete
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readJpegHeader(buffer) ?? readPngHeader(buffer) ?? readWebpHeader(buffer);
  } catch (error) {
    if ((error as Error).name === 'RangeError') return null; // read past the end: the header is cut off
    throw error;
  }
}
