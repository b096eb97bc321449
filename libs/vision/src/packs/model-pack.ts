import { resolve } from 'node:path';
import { verifiedFiles } from './pack-files.js';
import {
  addOnManifestSchema,
  packManifestSchema,
  type PackFile,
  type PackManifest,
} from './pack-manifest.js';
import { readManifest } from './read-manifest.js';

/** A pack whose files were verified. Plain data, so that it travels to worker threads as it is. */
export interface ModelPack {
  readonly name: string;
  readonly title: string;
  readonly licence: string;
  readonly commercialUse: boolean;
  /** Identity of the recogniser, stored with each template: `<pack name>@<first 12 hex of its file's sha256>`. */
  readonly modelId: string;
  /** Entries of one embedding. */
  readonly dimension: number;
  readonly folder: string;
  readonly manifest: PackManifest;
  /** Absolute path of each file by its sha256: an add-on may name its files as the pack does. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Reads and checks a pack: its manifest against the schema, every file against its sha256. What it has no networks of its
 * own for (liveness, attributes) an add-on lends it; its title and licence then say so.
 *
 * @param folder the folder that holds `pack.json`
 * @param addOns folders of add-ons
 * @throws {PackError} with a one-line message that says what to do
 */
export async function loadPack(folder: string, addOns: readonly string[] = []): Promise<ModelPack> {
  const manifest = await readManifest(packManifestSchema, folder);
  const { name, title, licence, commercialUse, recognizer } = manifest;
  let pack: ModelPack = {
    name,
    title,
    licence,
    commercialUse,
    modelId: `${name}@${recognizer.sha256.slice(0, 12)}`,
    dimension: recognizer.dimension,
    folder: resolve(folder),
    manifest,
    files: await verifiedFiles(folder, manifest),
  };
  for (const addOn of addOns) pack = await completed(pack, addOn);
  return pack;
}

/** Title of a pack that an add-on lends its liveness networks. */
export const withLiveness = (title: string): string => `${title}, with liveness`;

async function completed(pack: ModelPack, folder: string): Promise<ModelPack> {
  const addOn = await readManifest(addOnManifestSchema, folder);
  const { liveness, attributes } = pack.manifest;
  const lent = {
    liveness: liveness.length > 0 ? [] : addOn.liveness,
    attributes: attributes.length > 0 ? [] : addOn.attributes,
  };
  if (lent.liveness.length + lent.attributes.length === 0) return pack;
  return {
    ...pack,
    title: lent.liveness.length > 0 ? withLiveness(pack.title) : pack.title,
    licence: `${pack.licence}; ${addOn.title}: ${addOn.licence}`,
    commercialUse: pack.commercialUse && addOn.commercialUse,
    manifest: {
      ...pack.manifest,
      liveness: [...liveness, ...lent.liveness],
      attributes: [...attributes, ...lent.attributes],
    },
    files: { ...pack.files, ...(await verifiedFiles(folder, lent)) },
  };
}

/** Absolute path of a file that the pack's manifest names. */
export function packFilePath(pack: ModelPack, { file, sha256 }: PackFile): string {
  const path = pack.files[sha256];
  if (path === undefined) throw new Error(`The pack ${pack.name} was loaded without its file ${file}.`);
  return path;
}
