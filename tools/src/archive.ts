import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { isClutter } from '@rollcall/roster';
import { openPromise, type Entry } from 'yauzl';

/** Files of a zip or of a folder by their path in it, `/` between folders; without what systems leave beside them. */
export interface Archive {
  /** Bytes of each file by its path. */
  readonly sizes: ReadonlyMap<string, number>;
  open(path: string): Promise<Readable>;
  close(): void;
}

/** How an archive is opened. */
interface Opening {
  /** What is thrown where a zip cannot be read. */
  readonly unreadable: (error: Error) => Error;
  /** Not many more files than these are listed. */
  readonly most?: number;
}

/** Opens a zip or a folder; nothing in it is read yet. Null where there is neither. */
export async function openFolderOrZip(
  path: string,
  { unreadable, most = Infinity }: Opening,
): Promise<Archive | null> {
  const found = await stat(path).catch(() => null);
  if (!found) return null;
  return found.isDirectory() ? folder(path, most) : zip(path, unreadable, most);
}

async function folder(root: string, most: number): Promise<Archive> {
  const sizes = new Map<string, number>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(root, file).split(sep).join('/');
    if (isClutter(path)) continue;
    const found = await stat(file).catch(() => null); // A link may lead nowhere.
    if (found?.isFile()) sizes.set(path, found.size);
    if (sizes.size > most) break;
  }
  return {
    sizes,
    open: async (path) => createReadStream(join(root, path)),
    close: () => undefined,
  };
}

async function zip(path: string, unreadable: Opening['unreadable'], most: number): Promise<Archive> {
  const refuse = (error: Error): never => {
    throw unreadable(error);
  };
  const file = await openPromise(path, { autoClose: false }).catch(refuse);
  const entries = new Map<string, Entry>();
  try {
    // Refuses paths that are absolute or climb out.
    for await (const entry of file.eachEntry()) {
      if (!entry.fileName.endsWith('/') && !isClutter(entry.fileName)) entries.set(entry.fileName, entry);
      if (entries.size > most) break;
    }
  } catch (error) {
    file.close();
    return refuse(error as Error);
  }
  return {
    sizes: new Map([...entries].map(([name, entry]) => [name, entry.uncompressedSize])),
    open: (name) => file.openReadStreamPromise(entries.get(name)!).catch(refuse),
    close: () => file.close(),
  };
}
