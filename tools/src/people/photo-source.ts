import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { isClutter } from '@rollcall/roster';
import { openPromise, type Entry } from 'yauzl';

/** Photos that lie in a folder or in a zip, by their path in it. */
export interface PhotoSource {
  /** Bytes of each file by its path, `/` between folders. */
  readonly sizes: ReadonlyMap<string, number>;
  open(path: string): Promise<Readable>;
  close(): void;
}

export const NO_PHOTOS: PhotoSource = {
  sizes: new Map(),
  open: () => Promise.reject(new Error('There are no photos.')),
  close: () => undefined,
};

/** @throws Error that says what to name instead, when there is neither folder nor zip of this name */
export async function photosIn(path: string): Promise<PhotoSource> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new Error(`There is no folder or zip ${path}.`);
  return found.isDirectory() ? folder(path) : zip(path);
}

async function folder(root: string): Promise<PhotoSource> {
  const sizes = new Map<string, number>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(root, file).split(sep).join('/');
    if (isClutter(path)) continue;
    const found = await stat(file).catch(() => null); // A link may lead nowhere.
    if (found?.isFile()) sizes.set(path, found.size);
  }
  return {
    sizes: inOrder(sizes),
    open: async (path) => createReadStream(join(root, path)),
    close: () => undefined,
  };
}

async function zip(path: string): Promise<PhotoSource> {
  const entries = new Map<string, Entry>();
  try {
    const file = await openPromise(path, { autoClose: false });
    for await (const entry of file.eachEntry()) {
      if (!entry.fileName.endsWith('/') && !isClutter(entry.fileName)) entries.set(entry.fileName, entry);
    }
    const sizes = new Map([...entries].map(([name, entry]) => [name, entry.uncompressedSize]));
    return {
      sizes: inOrder(sizes),
      open: (name) => file.openReadStreamPromise(entries.get(name)!),
      close: () => file.close(),
    };
  } catch (error) {
    throw new Error(`${path} cannot be read as zip (${(error as Error).message}).`, { cause: error });
  }
}

/** The same order every time, so that a second run cuts the same portions. */
const inOrder = (sizes: Map<string, number>) =>
  new Map([...sizes].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/** The list itself. @throws Error when it cannot be read */
export const listAt = (path: string): Promise<Buffer> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`The list ${path} cannot be read (${error.code}).`, { cause: error });
  });
