import type { ImageHeader } from './image-header.js';

const START_OF_SCAN = 0xda;
/** SOF0 to SOF15 carry the size; C4, C8 and CC between them are tables. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Walks a JPEG's segments (ITU T.81, annex B) to its frame header; null when the bytes are no JPEG. */
export function readJpegHeader(buffer: Buffer): ImageHeader | null {
  if (buffer.length < 4 || buffer.readUInt16BE(0) !== 0xffd8 || buffer[2] !== 0xff) return null;
  for (let at = 2; ;) {
    if (buffer.readUInt8(at) !== 0xff) return null;
    const marker = buffer.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1; // a fill byte
    } else if (isFrame(marker)) {
      const [height, width] = [buffer.readUInt16BE(at + 5), buffer.readUInt16BE(at + 7)];
      return { format: 'jpeg', width, height, animated: false, passes: countScans(buffer, at) };
    } else if (marker === START_OF_SCAN) {
      return null;
    } else {
      at += 2 + buffer.readUInt16BE(at + 2);
    }
  }
}

function countScans(buffer: Buffer, from: number): number {
  let scans = 0;
  const marker = Buffer.from([0xff, START_OF_SCAN]);
  for (let at = buffer.indexOf(marker, from); at >= 0; at = buffer.indexOf(marker, at + 2)) scans++;
  return Math.max(1, scans);
}
