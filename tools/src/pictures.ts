import { readdirSync, type Dirent } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PICTURE = /\.(jpe?g|png|webp)$/i;
/** Whether a file is a picture, by its name. */
export const isPicture = (name: string): boolean => PICTURE.test(name);

/** What lies in a folder of pictures. @throws Error that says what to name instead, where there is no such folder */
export function entriesOf(folder: string, recursive = false): Dirent[] {
  try {
    return readdirSync(folder, { recursive, withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new Error(`There is no folder ${folder}. Name one with pictures of faces.`, { cause: error });
    throw new Error(`The folder ${folder} cannot be read (${code}): give yourself the right to.`, {
      cause: error,
    });
  }
}

/** Paths of the pictures in a folder, those of its sub-folders included, in order. @throws Error as `entriesOf` does */
export const picturesIn = (folder: string): string[] =>
  entriesOf(folder, true)
    .filter((entry) => entry.isFile() && isPicture(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** @throws Error that names the picture where it cannot be read */
export const readPicture = (path: string): Promise<Buffer> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`The picture ${path} cannot be read (${error.code}): is it where the pictures lie?`, {
      cause: error,
    });
  });
