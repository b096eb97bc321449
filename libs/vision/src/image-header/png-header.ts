import type { ImageHeader } from './image-header.js';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface PngChunk {
  readonly type: string;
  /** Where the chunk starts (its length field) and where the next one does. */
  readonly start: number;
  readonly end: number;
}

/** Reads a PNG's IHDR and looks for an APNG's acTL before the pixels; null when the bytes are no PNG. */
export function readPngHeader(buffer: Buffer): ImageHeader | null {
  if (!buffer.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return null;
  if (buffer.toString('latin1', 12, 16) !== 'IHDR') return null;
  let animated = false;
  for (const { type } of pngChunks(buffer)) {
    if (type === 'IDAT') break;
    animated ||= type === 'acTL';
  }
  return {
    format: 'png',
    width: buffer.readUInt32BE(16),
    height: buffer.readUInt32BE(20),
    animated,
    passes: 1,
  };
}

/**
 * The PNG without its text chunks. Nobody here reads them, and a few kilobytes of compressed text inflate to
 * megabytes in the decoder, any number of times.
 */
export function withoutText(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = [...pngChunks(buffer)];
  const isText = ({ type }: PngChunk) => type === 'tEXt' || type === 'zTXt' || type === 'iTXt';
  if (!chunks.some(isText)) return bytes;
  const kept = chunks.filter((chunk) => !isText(chunk)).map(({ start, end }) => buffer.subarray(start, end));
  return Buffer.concat([SIGNATURE, ...kept]);
}

function* pngChunks(buffer: Buffer): Generator<PngChunk> {
  for (let start = SIGNATURE.length; start + 8 <= buffer.length;) {
    const end = start + 12 + buffer.readUInt32BE(start);
    yield { type: buffer.toString('latin1', start + 4, start + 8), start, end };
    start = end;
  }
}
