import { packsIn, readPackOrAddOn, withLiveness } from '@rollcall/vision';
import { isPublished, type CataloguedPack } from '../catalogue/catalogued-pack.js';
import { isAddOn, packFolder, SHIPPED, useOf, type AnyManifest } from './installed.js';
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
  const read = await Promise.all(names.map((name) => manifestOf(modelsDir, name)));
  const lends = read.some((one) => typeof one !== 'string' && isAddOn(one) && one.liveness.length > 0);
  return names.map((name, i) => listed(name, read[i]!, lends));
}

/** Or what is wrong with it. */
const manifestOf = (modelsDir: string, name: string): Promise<AnyManifest | string> =>
  readPackOrAddOn(packFolder(modelsDir, name)).catch((error: Error) => error.message);

/** @param lends whether an add-on has liveness for packs that have none */
function listed(name: string, manifest: AnyManifest | string, lends: boolean): ListedPack {
  if (typeof manifest === 'string') return { state: 'unusable', name, about: manifest };
  const untold = !isAddOn(manifest) && !/liveness/i.test(manifest.title);
  const title =
    untold && (lends || manifest.liveness.length > 0) ? withLiveness(manifest.title) : manifest.title;
  const about = `${title}; ${manifest.licence} (${useOf(manifest)})`;
  return { state: isAddOn(manifest) ? 'add-on' : 'installed', name, about };
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
      const published = isPublished(pack);
      const way = published ? `"models pull ${pack.name}"` : '"models import <zip or folder>"';
      const about = `${pack.title}; ${megabytes(bytes)}; ${pack.licence} (${useOf(pack)}): ${way}`;
      return { state: published ? 'available' : 'known', name: pack.name, about };
    });
}

export const listLine = ({ state, name, about }: ListedPack) =>
  `${state.padEnd(10)} ${name.padEnd(16)} ${about}`;
