import { buffer } from 'node:stream/consumers';
import { isClutter } from '@rollcall/roster';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { DomainError } from '../../platform/domain-error.js';
import { MAX_IMAGE_BYTES } from '../../platform/http/upload.js';

const MAX_ENTRIES = 20_000;
const MAX_NAME = 1_000;
/** Photos are compressed already: what unpacks to several times the largest archive holds something else. */
const MAX_UNPACKED_BYTES = 1024 ** 3;

/** A zip of photos on the disk. Nothing of it is unpacked but what is asked for, into memory. */
export class PhotoArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Reads the directory. @throws DomainError `IMPORT_ARCHIVE_...` for what is no such archive, or a hostile one */
  static async open(path: string): Promise<PhotoArchive> {
    const zip = await openPromise(path, { autoClose: false }).catch(refuseBroken);
    try {
      return new PhotoArchive(zip, await directoryOf(zip));
    } catch (error) {
      zip.close();
      return refuseBroken(error);
    }
  }

  get paths(): string[] {
    return [...this.entries.keys()];
  }

  /** Larger than any picture that is read. */
  isTooLarge(path: string): boolean {
    return this.entries.get(path)!.uncompressedSize > MAX_IMAGE_BYTES;
  }

  async read(path: string): Promise<Buffer> {
    try {
      return await buffer(await this.zip.openReadStreamPromise(this.entries.get(path)!));
    } catch (error) {
      return refuseBroken(error, path);
    }
  }

  close(): void {
    this.zip.close();
  }
}

async function directoryOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ENTRIES) {
    throw refusal('TOO_MANY_FILES', `The archive holds more than 20,000 files. ${SPLIT}`);
  }
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileName;
    if (path.endsWith('/') || isClutter(path)) continue;
    requireHarmless(entry, entries.has(path));
    unpacked += entry.uncompressedSize;
    if (unpacked > MAX_UNPACKED_BYTES) {
      throw refusal('UNPACKS_TOO_LARGE', `The archive unpacks to more than 1 GB. ${SPLIT}`);
    }
    entries.set(path, entry);
  }
  return entries;
}

function requireHarmless(entry: Entry, twice: boolean): void {
  const name = JSON.stringify(entry.fileName.slice(0, 100));
  if (entry.isEncrypted()) {
    throw refusal('ENCRYPTED', `${name} in the archive is encrypted. Make the archive without a password.`);
  }
  if (twice) throw refusal('INVALID', `${name} is in the archive twice.`);
  if (entry.fileName.length > MAX_NAME || entry.fileName.includes('\0')) {
    throw refusal('INVALID', `The name ${name} in the archive cannot be used.`);
  }
}

const SPLIT = 'Split it, or use the command "rollcall people import", which splits by itself.';

/** What the reader of zips says of a path that leads outside of the folder into which a zip would be unpacked. */
const ODD_PATH = /^(?:invalid characters in fileName|absolute path|invalid relative path): (.*)$/s;

const refusal = (code: string, detail: string) => new DomainError('rule', `IMPORT_ARCHIVE_${code}`, detail);

/** What the reader of zips does not like, it says in plain errors; the disk's errors carry a code. */
function refuseBroken(error: unknown, path?: string): never {
  const { code, message } = error as NodeJS.ErrnoException;
  const ours = error instanceof DomainError;
  if (ours || (typeof code === 'string' && !code.startsWith('Z_') && !code.startsWith('ERR_'))) throw error;
  const odd = ODD_PATH.exec(message)?.[1];
  if (odd !== undefined) {
    const name = JSON.stringify(odd.slice(0, 100));
    throw refusal(
      'INVALID',
      `${name} in the archive is no path within a folder. Take that file out, or give it a plain name, and send the archive again.`,
    );
  }
  const where = path === undefined ? 'The archive' : JSON.stringify(path.slice(0, 100));
  throw refusal('INVALID', `${where} cannot be read as zip (${message}). Make the archive again.`);
}
