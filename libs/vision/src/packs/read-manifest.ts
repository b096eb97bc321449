import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { PackError } from './pack-error.js';
import { parseManifest } from './parse-manifest.js';

/**
 * The `pack.json` of a folder.
 *
 * @throws {PackError} PACK_NOT_FOUND when there is none, PACK_INVALID when it does not fit the schema
 */
export async function readManifest<Schema extends z.ZodType>(
  schema: Schema,
  folder: string,
): Promise<z.infer<Schema>> {
  const path = join(resolve(folder), 'pack.json');
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new PackError(
      'PACK_NOT_FOUND',
      `There is no readable model pack in ${resolve(folder)} (pack.json: ${cause.code ?? String(cause)}): give the folder of an installed pack.`,
    );
  });
  return parseManifest(schema, path, text);
}
