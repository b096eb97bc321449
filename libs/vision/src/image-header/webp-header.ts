import type { ImageHeader } from './image-header.js';

const ANIMATION_FLAG = 0x02;

/** Reads the first chunk of a WebP container (RFC 9649): VP8, VP8L or VP8X; null when the bytes are no WebP. */
export function readWebpHeader(buffer: Buffer): ImageHeader | null {
  if (buffer.toString('latin1', 0, 4) !== 'RIFF' || buffer.toString('latin1', 8, 12) !== 'WEBP') return null;
  const size = readSize(buffer, buffer.toString('latin1', 12, 16));
  return size && { format: 'webp', animated: false, passes: 1, ...size };
}

function readSize(
  buffer: Buffer,
  chunk: string,
): (Pick<ImageHeader, 'width' | 'height'> & Partial<ImageHeader>) | null {
  if (chunk === 'VP8 ') {
    return { width: buffer.readUInt16LE(26) & 0x3fff, height: buffer.readUInt16LE(28) & 0x3fff };
  }
  if (chunk === 'VP8L') {
    const bits = buffer.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk === 'VP8X') {
    const animated = (buffer.readUInt8(20) & ANIMATION_FLAG) !== 0;
    return { width: buffer.readUIntLE(24, 3) + 1, height: buffer.readUIntLE(27, 3) + 1, animated };
  }
  return null;
}
