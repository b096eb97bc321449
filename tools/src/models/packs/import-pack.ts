import { dirname, posix } from 'node:path';
import { namedFiles, parsePackOrAddOn } from '@rollcall/vision';
import type { Archive } from '../../archive.js';
import { PullError } from '../pull/pull-error.js';
import { takeBareNetworks } from './bare-pack.js';
import {
  requireFree,
  requireName,
  type ImportedPack,
  type ImportOrder,
  type ImportRoom,
  type ImportWatch,
} from './import-room.js';
import { checkedManifest, isAddOn } from './installed.js';
import { openArchive } from './pack-archive.js';
import { Staging } from './staging.js';

const MOST_MANIFEST_BYTES = 1 << 20;

/**
 * Takes a zip or a folder with a pack into the folder of the packs: one with a `pack.json`, or networks alone, which are
 * recognised. Nothing is in its place before every file was checked.
 *
 * @throws {PullError} that says what to do
 */
export async function importPack(order: ImportOrder, watch: ImportWatch): Promise<ImportedPack> {
  const archive = await openArchive(order.source);
  try {
    const staging = await Staging.open(order.modelsDir, 'imported');
    try {
      const described = manifestIn(archive, order.source);
      const room = { archive, staging, order, watch };
      const passedOver =
        described === null ? await takeBareNetworks(room) : await takeDescribed(room, described);
      const manifest = await checkedManifest(staging.folder);
      await requireFree(manifest.name, isAddOn(manifest), order);
      const folder = await staging.place(manifest.name, order.again ?? false);
      return { folder, manifest, pinned: [], passedOver };
    } finally {
      await staging.discard();
    }
  } finally {
    archive.close();
  }
}

/** Path of the only `pack.json`; null where there is none. */
function manifestIn({ sizes }: Archive, source: string): string | null {
  const found = [...sizes.keys()].filter((path) => posix.basename(path) === 'pack.json');
  if (found.length > 1) {
    throw new PullError(
      `${source} holds ${found.length} packs (${found.map(dirname).join(', ')}): import one at a time.`,
    );
  }
  return found[0] ?? null;
}

async function takeDescribed(
  { archive, staging, order, watch }: ImportRoom,
  path: string,
): Promise<string[]> {
  if (archive.sizes.get(path)! > MOST_MANIFEST_BYTES)
    throw new PullError(
      `${path} of ${order.source} is no pack.json: it is far too large. Nothing was imported.`,
    );
  const chunks: Uint8Array[] = [];
  for await (const chunk of await archive.open(path)) chunks.push(chunk as Uint8Array);
  const written = Buffer.concat(chunks).toString('utf8');
  parsePackOrAddOn(path, written);
  const text = order.name === undefined ? written : renamed(written, requireName(order.name));
  const manifest = parsePackOrAddOn(path, text);
  await requireFree(manifest.name, isAddOn(manifest), order);
  const files = new Set(namedFiles(manifest).map(({ file }) => file));
  const own = [...files].filter((file) => !file.startsWith('npm:'));
  const places = new Map(own.map((file) => [file, posix.join(posix.dirname(path), file)]));
  const missing = own.filter((file) => !archive.sizes.has(places.get(file)!));
  if (missing.length > 0)
    throw new PullError(
      `${order.source} lacks ${missing.join(', ')}, which its pack.json names. Nothing was imported.`,
    );
  watch.begins(own.reduce((sum, file) => sum + archive.sizes.get(places.get(file)!)!, 0));
  for (const file of own)
    await staging.write(
      file,
      () => archive.open(places.get(file)!),
      (bytes) => watch.came(bytes),
    );
  await staging.describe(text);
  return [];
}

/** A valid manifest under another name; all else stays as it was written. */
function renamed(text: string, name: string): string {
  return `${JSON.stringify({ ...(JSON.parse(text) as object), name }, null, 2)}\n`;
}
