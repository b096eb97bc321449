import { join } from 'node:path';
import { loadPack, type ModelPack } from './model-pack.js';
import { shippedPack } from './open/shipped-pack.js';
import { PackError } from './pack-error.js';

/** The pack that comes with the library. */
const SHIPPED = 'open';

/**
 * A pack by its name: `open`, which ships with the library, or one that was installed into a folder of packs.
 *
 * @param name the pack's name, which is also the name of its folder
 * @param packsFolder where installed packs lie
 * @throws {PackError} when there is no such pack or it cannot be used
 */
export function installedPack(name: string, packsFolder: string): Promise<ModelPack> {
  if (!/^\w[\w.-]*$/.test(name)) {
    return Promise.reject(new PackError('PACK_NOT_FOUND', `"${name}" cannot be the name of a model pack.`));
  }
  return name === SHIPPED ? shippedPack() : loadPack(join(packsFolder, name));
}
