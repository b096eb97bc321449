import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPack, type ModelPack } from './model-pack.js';
import { PackError } from './pack-error.js';

/** Packs that come with this library, one folder each; found from src and from dist alike. */
const SHIPPED = fileURLToPath(new URL('../../assets/packs/', import.meta.url));

/**
 * A pack by its name: one that ships with the library, or one that was installed into a folder of packs.
 *
 * @param name the pack's name, which is also the name of its folder, for example `open`
 * @param packsFolder where installed packs lie
 * @throws {PackError} when there is no such pack or it cannot be used
 */
export function installedPack(name: string, packsFolder: string): Promise<ModelPack> {
  if (!/^\w[\w.-]*$/.test(name)) {
    return Promise.reject(new PackError('PACK_NOT_FOUND', `"${name}" cannot be the name of a model pack.`));
  }
  const shipped = join(SHIPPED, name);
  return loadPack(existsSync(join(shipped, 'pack.json')) ? shipped : join(packsFolder, name));
}
