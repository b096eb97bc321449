import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadStyleNetwork, type StyleNetwork } from '@rollcall/vision';
import type { FileStart } from './fetch-cut.js';
import type { Origin } from './origin.js';
import type { PartFile } from './part-file.js';
import { writingFailed } from './pull-error.js';
import type { WeightsSource } from './vgg16-sources.js';

/** How it is known that a file is what it should be. */
export interface Checked {
  /** Of the placed file. */
  readonly sha256: string;
  /**
   * `published`: the published sum was that of the whole file. `told`: the placed file has the sum that was asked for.
   * `first-use`: of a part no sum is published; what came first is pinned, and has to be the same from now on.
   */
  readonly by: 'published' | 'told' | 'first-use';
}

/**
 * Moves a checked file into its folder, and then its description, each in one step: until the description is there, what
 * was there before is used. Loads it as the studio does.
 */
export async function placeNetwork(
  folder: string,
  { source, origin, cut }: FileStart & { readonly source: WeightsSource; readonly origin: Origin },
  part: PartFile,
  { sha256, by }: Checked,
): Promise<StyleNetwork> {
  // Other weights never take the place of those that a description beside them still pins.
  const file = `vgg16-${source.id}_conv1_1-conv${cut.deepest}-${sha256.slice(0, 12)}.safetensors`;
  const { title, licence, commercialUse, pixels } = source;
  const from = { address: origin.address, sha256: source.sha256, checked: by };
  const description = { name: 'vgg16', title, licence, commercialUse, file, sha256, pixels, from };
  const draft = join(folder, `.network-${randomUUID()}.json`);
  try {
    await part.moveTo(join(folder, file));
    await writeFile(draft, `${JSON.stringify(description, null, 2)}\n`);
    await rename(draft, join(folder, 'network.json'));
  } catch (error) {
    throw writingFailed(error, folder, cut.size);
  }
  return loadStyleNetwork(folder);
}

/** Whether what lies in a folder was compared with a published sum when it was placed. */
export async function isPublished(
  folder: string,
  { sha256 }: StyleNetwork,
  sources: readonly WeightsSource[],
) {
  if (sources.some((source) => source.sha256 === sha256)) return true;
  const text = await readFile(join(folder, 'network.json'), 'utf8').catch(() => '{}');
  return (JSON.parse(text) as { from?: { checked?: Checked['by'] } }).from?.checked === 'published';
}
