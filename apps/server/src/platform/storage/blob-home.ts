import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Config } from '../config/config.js';
import { StartupError } from '../config/startup-error.js';
import type { Database } from '../database/database.js';
import { blobFolder, blobPath } from './sealed-file-store.js';

/** The file in a folder of blobs that says which one it is. */
const NAME_FILE = 'store-id';
const IN_DATABASE = 'database';
const SAMPLE = 500;

/**
 * One database has one place for its blobs: itself, or a folder that all its servers and workers mount. A process with
 * another place would read no photo of the others and keep its own from them, so it does not start.
 *
 * The place has a name, in the database and in the folder. Whoever comes first makes it up. A folder without a name gets
 * the database's where its blobs are in it: after an upgrade, or where a backup left the name out.
 *
 * @throws StartupError that says what to do
 */
export async function settleBlobHome(config: Config, database: Database): Promise<void> {
  await database.settle(async (manager) => {
    // Those who start at the same moment come one after the other.
    await manager.query('LOCK TABLE blob_home IN EXCLUSIVE MODE');
    const [row] = await manager.query<{ place: string }[]>('SELECT place FROM blob_home');
    const here = config.blobs === 'database' ? IN_DATABASE : await nameOf(blobFolder(config));
    if (row && row.place === here) return;
    if (row && config.blobsInsteadOf !== row.place) {
      if (here !== null || !(await isIn(blobFolder(config), manager))) throw refusal(row.place, config);
      return giveName(blobFolder(config), row.place);
    }
    const place = here ?? uuid();
    if (here === null) await giveName(blobFolder(config), place);
    await manager.query(
      'INSERT INTO blob_home (place) VALUES ($1) ON CONFLICT (id) DO UPDATE SET place = $1',
      [place],
    );
  });
}

async function nameOf(folder: string): Promise<string | null> {
  return readFile(join(folder, NAME_FILE), 'utf8').then(
    (name) => name.trim(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw unusable(folder, 'read', error);
    },
  );
}

async function giveName(folder: string, name: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, NAME_FILE), `${name}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw unusable(folder, 'written', error as NodeJS.ErrnoException);
  }
}

/** Whether blobs of this database lie in the folder: some of the newest or oldest ones, for a copy may lag behind. */
async function isIn(folder: string, manager: EntityManager): Promise<boolean> {
  const blobs = await manager.query<{ id: string }[]>(
    `(SELECT id FROM blobs ORDER BY id DESC LIMIT ${SAMPLE}) UNION (SELECT id FROM blobs ORDER BY id LIMIT ${SAMPLE})`,
  );
  return blobs.some(({ id }) => existsSync(blobPath(folder, id)));
}

function refusal(place: string, config: Config): StartupError {
  const goOn = `If what lies there is lost or not needed, start once with BLOBS_INSTEAD_OF=${place}.`;
  if (place === IN_DATABASE) {
    return new StartupError(`The photos of this database lie in the database: set BLOBS=database. ${goOn}`);
  }
  if (config.blobs === 'database') {
    return new StartupError(
      `The photos of this database lie in a folder: set BLOBS=files and mount it as ${blobFolder(config)}. ${goOn}`,
    );
  }
  return new StartupError(
    `The photos of this database lie in another folder than ${blobFolder(config)}: mount the one that its first ` +
      `server uses there, or set BLOBS=database for all servers and workers before the first photo. ${goOn}`,
  );
}

function unusable(folder: string, how: string, { code, message }: NodeJS.ErrnoException): StartupError {
  return new StartupError(
    `The folder of photos ${folder} cannot be ${how} (${code ?? message}). Let the user of this process read and write it.`,
  );
}
