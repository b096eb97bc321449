import type { PackFile, PackManifest } from './pack-manifest.js';

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
  /** Absolute path of each file by its name in the manifest. */
  readonly files: Readonly<Record<string, string>>;
}

/** Absolute path of a file that the pack's manifest names. */
export function packFilePath(pack: ModelPack, { file }: PackFile): string {
  const path = pack.files[file];
  if (path === undefined) throw new Error(`The pack ${pack.name} was loaded without its file ${file}.`);
  return path;
}
