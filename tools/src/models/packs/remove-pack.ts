import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { claimName, ownName, releaseName } from '../pull/part-name.js';
import { writingFailed } from '../pull/pull-error.js';
import { packFolder } from './installed.js';

/** Takes a pack out of use in one step, and then its files from the disk. */
export async function removePack(name: string, modelsDir: string): Promise<void> {
  const going = ownName(`.placing-${name}`);
  claimName(going);
  try {
    await rename(packFolder(modelsDir, name), join(modelsDir, going));
    await rm(join(modelsDir, going), { recursive: true, force: true });
  } catch (error) {
    throw writingFailed(error, modelsDir, Infinity);
  } finally {
    releaseName(going);
  }
}
