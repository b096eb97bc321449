import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PackError } from './pack-error.js';
import { locateFile, namedFiles, verifyFile } from './pack-files.js';
import { packManifestSchema, type PackFile, type PackManifest } from './pack-manifest.js';
import { parseManifest } from './parse-manifest.js';

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
 * Reads and checks a pack: its manifest against the schema, every file against its sha256.
 *
 * @param folder the folder that holds `pack.json`
 * @throws {PackError} with a one-line message that says what to do
 */
export async function loadPack(folder: string): Promise<ModelPack> {
  const manifest = parseManifest(
    packManifestSchema,
    join(resolve(folder), 'pack.json'),
    await readManifest(folder),
  );
  const files: Record<string, string> = {};
  for (const named of namedFiles(manifest)) {
    const path = locateFile(folder, named.file);
    await verifyFile(path, named);
    files[named.sha256] = path;
  }
  const { name, title, licence, commercialUse, recognizer } = manifest;
  const modelId = `${name}@${recognizer.sha256.slice(0, 12)}`;
  const { dimension } = recognizer;
  return {
    name,
    title,
    licence,
    commercialUse,
    modelId,
    dimension,
    folder: resolve(folder),
    manifest,
    files,
  };
}

/** Absolute path of a file that the pack's manifest names. */
export function packFilePath(pack: ModelPack, { file, sha256 }: PackFile): string {
  const path = pack.files[sha256];
  if (path === undefined) throw new Error(`The pack ${pack.name} was loaded without its file ${file}.`);
  return path;
}

async function readManifest(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, 'pack.json'), 'utf8');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new PackError(
      'PACK_NOT_FOUND',
      `There is no readable model pack in ${resolve(folder)} (pack.json: ${reason}): give the folder of an installed pack.`,
    );
  }
}
