import { readFile } from 'node:fs/promises';
import { openFolderOrZip, type Archive } from '../archive.js';

export const NO_PHOTOS: Archive = {
  sizes: new Map(),
  open: () => Promise.reject(new Error('There are no photos.')),
  close: () => undefined,
};

/** @throws Error that says what to name instead, when there is neither folder nor zip of this name */
export async function photosIn(path: string): Promise<Archive> {
  const unreadable = (error: Error) =>
    new Error(`${path} cannot be read as zip (${error.message}).`, { cause: error });
  const found = await openFolderOrZip(path, { unreadable });
  if (!found) throw new Error(`There is no folder or zip ${path}.`);
  return { ...found, sizes: inOrder(found.sizes) };
}

/** The same order every time, so that a second run cuts the same portions. */
const inOrder = (sizes: ReadonlyMap<string, number>) =>
  new Map([...sizes].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/** The list itself. @throws Error when it cannot be read */
export const listAt = (path: string): Promise<Buffer> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`The list ${path} cannot be read (${error.code}).`, { cause: error });
  });
