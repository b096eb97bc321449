import { createReadStream } from 'node:fs';
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { locateFile, namedFiles, PackError, readPackOrAddOn, type PackFile } from '@rollcall/vision';
import { packFolder, type AnyManifest } from './installed.js';

/** What became of a file since it was placed. */
export interface FileVerdict extends PackFile {
  /** Null where it is as the manifest pins it. */
  readonly fault: string | null;
}

/** Is told what happens. */
export interface VerifyWatch {
  begins(bytes: number): void;
  came(bytes: number): void;
}

/**
 * Compares every file of an installed pack with the sum that its manifest pins.
 *
 * @throws {PackError} when there is no such pack or its manifest is not valid
 */
export async function verifyPack(
  name: string,
  modelsDir: string,
  watch: VerifyWatch,
): Promise<{ readonly manifest: AnyManifest; readonly files: readonly FileVerdict[] }> {
  const folder = packFolder(modelsDir, name);
  const manifest = await readPackOrAddOn(folder);
  const named = namedFiles(manifest).map((file) => ({ ...file, ...located(folder, file) }));
  const sizes = await Promise.all(named.map(({ path }) => sizeOf(path)));
  watch.begins(sizes.reduce((sum, size) => sum + size, 0));
  const files: FileVerdict[] = [];
  for (const { file, sha256, path, fault } of named) {
    const found = path && (await sumOf(path, (bytes) => watch.came(bytes)));
    const other = found && found !== sha256 ? `has sha256 ${found}, pack.json pins ${sha256}` : null;
    files.push({ file, sha256, fault: fault ?? other });
  }
  return { manifest, files };
}

const sizeOf = async (path: string | null) => (path ? (await stat(path)).size : 0);

function located(folder: string, { file }: PackFile): { path: string | null; fault: string | null } {
  try {
    return { path: locateFile(folder, file), fault: null };
  } catch (error) {
    if (error instanceof PackError)
      return { path: null, fault: error.code === 'PACK_NOT_FOUND' ? 'is missing' : error.message };
    throw error;
  }
}

async function sumOf(path: string, onBytes: (count: number) => void): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    onBytes(chunk.length);
  }
  return hash.digest('hex');
}
