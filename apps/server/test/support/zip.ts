import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A zip with these files. */
export async function aZip(files: Record<string, Buffer | string>, compress = false): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, bytes] of Object.entries(files))
    zip.addBuffer(Buffer.from(bytes as Buffer), path, { compress });
  zip.end();
  return buffer(zip.outputStream);
}

/** The same archive with another name in place of one of the same length: what no honest program writes. */
export function renamed(zip: Buffer, from: string, to: string): Buffer {
  if (Buffer.byteLength(from) !== Buffer.byteLength(to)) throw new Error('The names must be of one length.');
  const forged = Buffer.from(zip);
  for (let at = forged.indexOf(from); at >= 0; at = forged.indexOf(from, at + 1)) forged.write(to, at);
  return forged;
}

const DIRECTORY = Buffer.from('PK\x01\x02', 'latin1');

/** Writes into every entry of the archive's directory: at this offset of it, this number of so many bytes. */
export function forged(zip: Buffer, offset: number, value: number, bytes: 2 | 4): Buffer {
  const copy = Buffer.from(zip);
  for (let at = copy.indexOf(DIRECTORY); at >= 0; at = copy.indexOf(DIRECTORY, at + 1)) {
    copy.writeUIntLE(value, at + offset, bytes);
  }
  return copy;
}
