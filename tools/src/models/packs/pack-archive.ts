import { openFolderOrZip, type Archive } from '../../archive.js';
import { PullError } from '../pull/pull-error.js';

/** No ONNX file can be larger; a whole pack is not. */
const MOST_FILE_BYTES = 2 ** 31;
const MOST_BYTES = 4 * 2 ** 30;
const MOST_FILES = 1000;

/**
 * Opens a zip or a folder with a pack. Nothing in it is read yet.
 *
 * @throws {PullError} when there is none, it cannot be read, a path leads out of it, or it is absurdly large
 */
export async function openArchive(path: string): Promise<Archive> {
  const archive = await openFolderOrZip(path, {
    unreadable: (error) => unreadable(path, error),
    most: MOST_FILES,
  });
  if (!archive) throw new PullError(`There is no folder or zip ${path}.`);
  try {
    refuseAbsurd(path, archive.sizes);
    return archive;
  } catch (error) {
    archive.close();
    throw error;
  }
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
