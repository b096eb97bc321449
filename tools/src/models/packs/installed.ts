import { join } from 'node:path';
import {
  readPackOrAddOn,
  shippedPackFolder,
  verifiedFiles,
  type AddOnManifest,
  type PackManifest,
} from '@rollcall/vision';

/** The pack that comes with Rollcall. */
export const SHIPPED = 'open';
/** What lies in the same folder and is no pack. */
export const STUDIO = 'vgg16';

export type AnyManifest = PackManifest | AddOnManifest;

/** Where a pack lies, or would lie. */
export const packFolder = (modelsDir: string, name: string) =>
  name === SHIPPED ? shippedPackFolder : join(modelsDir, name);

/** What lies in a folder, once every file of it was compared with its sum. @throws {PackError} */
export async function checkedManifest(folder: string): Promise<AnyManifest> {
  const manifest = await readPackOrAddOn(folder);
  await verifiedFiles(folder, manifest);
  return manifest;
}

export const isAddOn = (manifest: AnyManifest): manifest is AddOnManifest => 'addOn' in manifest;

/** In words, for whoever is to use it. */
export const useOf = ({ commercialUse }: { readonly commercialUse: boolean }) =>
  commercialUse ? 'commercial use allowed' : 'not for commercial use';
