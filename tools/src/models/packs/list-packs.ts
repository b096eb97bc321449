import { packsIn, readPackOrAddOn } from '@rollcall/vision';
import type { CataloguedPack } from '../catalogue/catalogued-pack.js';
import { isAddOn, packFolder, SHIPPED, useOf } from './installed.js';
import { megabytes } from './pull-command.js';

/** One line of `models list`. */
export interface ListedPack {
  readonly state: string;
  readonly name: string;
  readonly about: string;
}

/** What is installed in a folder of packs, as its manifests say it; the files themselves are not read. */
export async function installedPacks(modelsDir: string): Promise<ListedPack[]> {
  const { packs, addOns } = await packsIn(modelsDir);
  const names = [SHIPPED, ...packs.filter((name) => name !== SHIPPED), ...addOns];
  return Promise.all(names.map((name) => installedPack(modelsDir, name)));
}

async function installedPack(modelsDir: string, name: string): Promise<ListedPack> {
  try {
    const manifest = await readPackOrAddOn(packFolder(modelsDir, name));
    const about = `${manifest.title}; ${manifest.licence} (${useOf(manifest)})`;
    return { state: isAddOn(manifest) ? 'add-on' : 'installed', name, about };
  } catch (error) {
    return { state: 'unusable', name, about: (error as Error).message };
  }
}

/** What is known and not installed. */
export function availablePacks(
  catalogue: readonly CataloguedPack[],
  installed: readonly ListedPack[],
): ListedPack[] {
  return catalogue
    .filter(({ name }) => !installed.some((one) => one.name === name))
    .map((pack) => {
      const bytes = pack.downloads.reduce((sum, download) => sum + download.bytes, 0);
      const published = pack.downloads.every(({ sources }) => sources.some(({ host }) => host !== null));
      const way = published ? `"models pull ${pack.name}"` : '"models import <zip or folder>"';
      const about = `${pack.title}; ${megabytes(bytes)}; ${pack.licence} (${useOf(pack)}): ${way}`;
      return { state: published ? 'available' : 'known', name: pack.name, about };
    });
}

export const listLine = ({ state, name, about }: ListedPack) =>
  `${state.padEnd(10)} ${name.padEnd(16)} ${about}`;
