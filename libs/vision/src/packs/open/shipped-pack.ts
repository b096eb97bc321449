import { fileURLToPath } from 'node:url';
import { loadPack, type ModelPack } from '../model-pack.js';

/** Folder of the pack `open`. It lies beside `src` and `dist`, so that both find it by the same path. */
export const shippedPackFolder = fileURLToPath(new URL('../../../assets/packs/open', import.meta.url));

/**
 * The pack `open`, which comes with the installation: the MIT-licensed networks inside the npm package
 * `@vladmandic/face-api`, for a first start without a download and for commercial use.
 *
 * @param addOns folders of add-ons, as for `loadPack`
 * @throws {PackError} when the installation is incomplete or a file was changed
 */
export function shippedPack(addOns: readonly string[] = []): Promise<ModelPack> {
  return loadPack(shippedPackFolder, addOns);
}
