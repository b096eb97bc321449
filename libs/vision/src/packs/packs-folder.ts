import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { saysAddOn } from './read-manifest.js';

/** Folders with a `pack.json` by their names, in alphabetical order, usable or not. */
export interface PacksFolder {
  readonly packs: readonly string[];
  /** Of networks that go with any pack; one does not recognise by them alone. */
  readonly addOns: readonly string[];
}

/** What a name of a pack may look like; hidden folders are such that are on their way. */
export const PACK_NAME = /^\w[\w.-]*$/;

/** What is installed in a folder of packs; nothing where there is no such folder. */
export async function packsIn(folder: string): Promise<PacksFolder> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: { packs: string[]; addOns: string[] } = { packs: [], addOns: [] };
  for (const entry of entries) {
    if (!PACK_NAME.test(entry.name) || !(entry.isDirectory() || entry.isSymbolicLink())) continue;
    const text = await readFile(join(folder, entry.name, 'pack.json'), 'utf8').catch(() => null);
    if (text !== null) (saysAddOn(text) ? found.addOns : found.packs).push(entry.name);
  }
  return { packs: found.packs.sort(), addOns: found.addOns.sort() };
}
