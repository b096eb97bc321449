import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { isClutter } from '@rollcall/roster';
import { openPromise, type Entry } from 'yauzl';
import { PullError } from '../pull/pull-error.js';

/** No ONNX file can be larger; a whole pack is not. */
const MOST_FILE_BYTES = 2 ** 31;
const MOST_BYTES = 4 * 2 ** 30;
const MOST_FILES = 1000;

/** Files of a zip or of a folder by their path in it, `/` between folders. */
export interface PackArchive {
  readonly sizes: ReadonlyMap<string, number>;
  open(path: string): Promise<Readable>;
  close(): void;
}

/**
 * Opens a zip or a folder with a pack. Nothing in it is read yet.
 *
 * @throws {PullError} when there is none, it cannot be read, a path leads out of it, or it is absurdly large
 */
export async function openArchive(path: string): Promise<PackArchive> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new PullError(`There is no folder or zip ${path}.`);
  const archive = await (found.isDirectory() ? folder(path) : zip(path));
  try {
    refuseAbsurd(path, archive.sizes);
    return archive;
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function folder(root: string): Promise<PackArchive> {
  const sizes = new Map<string, number>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(root, file).split(sep).join('/');
    if (isClutter(path)) continue;
    const found = await stat(file).catch(() => null); // A link may lead nowhere.
    if (found?.isFile()) sizes.set(path, found.size);
    if (sizes.size > MOST_FILES) break;
  }
  return {
    sizes,
    open: async (path) => createReadStream(join(root, path)),
    close: () => undefined,
  };
}

async function zip(path: string): Promise<PackArchive> {
  const file = await openPromise(path, { autoClose: false }).catch((error: Error) => {
    throw unreadable(path, error);
  });
  const entries = new Map<string, Entry>();
  try {
    // Refuses paths that are absolute or climb out.
    for await (const entry of file.eachEntry()) {
      if (!entry.fileName.endsWith('/') && !isClutter(entry.fileName)) entries.set(entry.fileName, entry);
      if (entries.size > MOST_FILES) break;
    }
  } catch (error) {
    file.close();
    throw unreadable(path, error as Error);
  }
  return {
    sizes: new Map([...entries].map(([name, entry]) => [name, entry.uncompressedSize])),
    open: (name) =>
      file.openReadStreamPromise(entries.get(name)!).catch((error: Error) => {
        throw unreadable(path, error);
      }),
    close: () => file.close(),
  };
}

function refuseAbsurd(path: string, sizes: ReadonlyMap<string, number>): void {
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const [large] = [...sizes].find(([, size]) => size > MOST_FILE_BYTES) ?? [];
  const why =
    sizes.size > MOST_FILES
      ? `has more than ${MOST_FILES} files`
      : large !== undefined
        ? `has a file ${large} of more than 2 GB, which no network can have`
        : all > MOST_BYTES
          ? `unpacks to ${(all / 1e9).toFixed(1)} GB`
          : null;
  if (why) throw new PullError(`${path} ${why}: it is no model pack. Nothing was imported.`);
}

const unreadable = (path: string, error: Error) =>
  new PullError(
    `${path} cannot be read as a zip (${error.message}). Nothing of it was taken; fetch or pack it again, or name the unpacked folder.`,
  );
