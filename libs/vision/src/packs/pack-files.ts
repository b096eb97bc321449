import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PackError } from './pack-error.js';
import { packFileSchema, type PackFile } from './pack-manifest.js';

/** Every file that a manifest names, however deep it lies in it. */
export function namedFiles(manifest: unknown): PackFile[] {
  if (typeof manifest !== 'object' || manifest === null) return [];
  const own = packFileSchema.safeParse(manifest);
  return [...(own.success ? [own.data] : []), ...Object.values(manifest).flatMap(namedFiles)];
}

/**
 * Absolute path of a file of the pack in `folder`, or of `npm:<package>/<path>` among the installed packages.
 *
 * @throws {PackError} PACK_INVALID when the path leaves the folder, PACK_NOT_FOUND when there is no such file
 */
export function locateFile(folder: string, file: string): string {
  const path = file.startsWith('npm:')
    ? locateInPackage(file.slice('npm:'.length))
    : locateInFolder(folder, file);
  if (path !== null && existsSync(path)) return path;
  const cure = file.startsWith('npm:') ? 'run npm ci' : 'install the pack again';
  throw new PackError('PACK_NOT_FOUND', `The pack in ${folder} lacks its file ${file}: ${cure}.`);
}

function locateInFolder(folder: string, file: string): string {
  const root = resolve(folder);
  const path = resolve(root, file);
  if (path.startsWith(root + sep)) return path;
  throw new PackError(
    'PACK_INVALID',
    `The pack in ${folder} names ${file}, which lies outside its folder: correct pack.json.`,
  );
}

function locateInPackage(reference: string): string | null {
  const searched = createRequire(import.meta.url).resolve.paths(reference) ?? [];
  return searched.map((modules) => join(modules, reference)).find((path) => existsSync(path)) ?? null;
}

/** Of a whole file, as 64 lower-case hex digits. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * Absolute path of each file that a manifest names, by its sha256, once all were compared with it.
 *
 * @throws {PackError} as `locateFile` and `verifyFile` do
 */
export async function verifiedFiles(folder: string, manifest: unknown): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const named of namedFiles(manifest)) {
    const path = locateFile(folder, named.file);
    await verifyFile(path, named);
    files[named.sha256] = path;
  }
  return files;
}

/**
 * Reads the whole file once and compares its checksum.
 *
 * @throws {PackError} PACK_CHECKSUM when the file is not the one that the manifest pins
 */
export async function verifyFile(path: string, { file, sha256 }: PackFile): Promise<void> {
  const found = await sha256Of(path);
  if (found === sha256) return;
  throw new PackError(
    'PACK_CHECKSUM',
    `${file} has sha256 ${found}, but its manifest pins ${sha256}: install the pack again, or correct the manifest if you replaced the file yourself.`,
  );
}
