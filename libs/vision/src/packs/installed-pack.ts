import { join } from 'node:path';
import { loadPack, type ModelPack } from './model-pack.js';
import { shippedPack } from './open/shipped-pack.js';
import { PackError } from './pack-error.js';
import { PACK_NAME, packsIn } from './packs-folder.js';

/** The pack that comes with the library. */
const SHIPPED = 'open';

/**
 * A pack by its name: `open`, which ships with the library, or one that was installed into a folder of packs. What it lacks,
 * the add-ons in that folder lend it.
 *
 * @param name the pack's name, which is also the name of its folder
 * @param packsFolder where installed packs lie
 * @throws {PackError} when there is no such pack or it cannot be used
 */
export async function installedPack(name: string, packsFolder: string): Promise<ModelPack> {
  if (!PACK_NAME.test(name)) {
    throw new PackError('PACK_NOT_FOUND', `"${name}" cannot be the name of a model pack.`);
  }
  const { addOns } = await packsIn(packsFolder);
  if (addOns.includes(name)) {
    throw new PackError(
      'PACK_INVALID',
      `${name} is an add-on: it goes with every pack that lacks its networks, as it is installed. Name a pack that recognises faces.`,
    );
  }
  const folders = addOns.map((addOn) => join(packsFolder, addOn));
  return name === SHIPPED ? shippedPack(folders) : loadPack(join(packsFolder, name), folders);
}
