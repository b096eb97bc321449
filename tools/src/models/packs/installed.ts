import { join } from 'node:path';
import {
  PACK_NAME,
  readPackOrAddOn,
  shippedPackFolder,
  verifiedFiles,
  type AddOnManifest,
  type PackManifest,
} from '@rollcall/vision';
import { PullError } from '../pull/pull-error.js';
import { isThere } from './staging.js';

/** The pack that comes with Rollcall. */
export const SHIPPED = 'open';
/** What lies in the same folder and is no pack. */
export const STUDIO = 'vgg16';

export type AnyManifest = PackManifest | AddOnManifest;

/** Where a pack lies, or would lie. @throws {PullError} where no pack can be called so */
export function packFolder(modelsDir: string, name: string): string {
  if (name === SHIPPED) return shippedPackFolder;
  if (PACK_NAME.test(name)) return join(modelsDir, name);
  throw new PullError(`"${name}" cannot be the name of a pack. "models list" says what there is.`);
}

/** Where a pack, an add-on or the studio's weights lie. @throws {PullError} where nothing of this name does */
export async function requireInstalled(modelsDir: string, name: string): Promise<string> {
  const folder = packFolder(modelsDir, name);
  // Weights that somebody put there have no description beside them.
  if (await isThere(name === STUDIO ? folder : join(folder, 'pack.json'))) return folder;
  throw new PullError(`${name} is not installed in ${modelsDir}. "models list" says what is.`);
}

/** What lies in a folder, once every file of it was compared with its sum. @throws {PackError} */
export async function checkedManifest(folder: string): Promise<AnyManifest> {
  const manifest = await readPackOrAddOn(folder);
  await verifiedFiles(folder, manifest);
  return manifest;
}

export const isAddOn = (manifest: AnyManifest): manifest is AddOnManifest => 'addOn' in manifest;

/** In words. */
export const kindOf = (addOn: boolean) => (addOn ? 'an add-on' : 'a pack');

/** In words, for whoever is to use it. */
export const useOf = ({ commercialUse }: { readonly commercialUse: boolean }) =>
  commercialUse ? 'commercial use allowed' : 'not for commercial use';
