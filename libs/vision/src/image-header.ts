import { readJpegHeader } from './image-header-jpeg.js';
import { readPngHeader } from './image-header-png.js';
import { readWebpHeader } from './image-header-webp.js';

/** What the first bytes of an image say about it, before anything is decoded. */
export interface ImageHeader {
  readonly format: 'jpeg' | 'png' | 'webp';
  /** Pixels as stored, before EXIF orientation. */
  readonly width: number;
  readonly height: number;
  readonly animated: boolean;
  /** Passes over the pixels that decoding takes: the scans of a progressive JPEG, else 1. */
  readonly passes: number;
}

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
