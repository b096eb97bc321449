import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { PackError } from './pack-error.js';
import {
  addOnManifestSchema,
  packManifestSchema,
  type AddOnManifest,
  type PackManifest,
} from './pack-manifest.js';
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
  return parseManifest(schema, manifestPath(folder), await readText(folder));
}

/**
 * The `pack.json` of a folder with a pack or an add-on, whichever it says it is.
 *
 * @throws {PackError} as `readManifest` does
 */
export async function readPackOrAddOn(folder: string): Promise<PackManifest | AddOnManifest> {
  const text = await readText(folder);
  return parsePackOrAddOn(manifestPath(folder), text);
}

/** @param path names the file in the error */
export function parsePackOrAddOn(path: string, text: string): PackManifest | AddOnManifest {
  return saysAddOn(text)
    ? parseManifest(addOnManifestSchema, path, text)
    : parseManifest(packManifestSchema, path, text);
}

/** Whether the text of a manifest is that of an add-on; one that cannot be read is a pack's. */
export function saysAddOn(text: string): boolean {
  try {
    return (JSON.parse(text) as { addOn?: unknown } | null)?.addOn === true;
  } catch {
    return false;
  }
}

const manifestPath = (folder: string) => join(resolve(folder), 'pack.json');

function readText(folder: string): Promise<string> {
  return readFile(manifestPath(folder), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code ?? String(cause);
    throw new PackError(
      'PACK_NOT_FOUND',
      `There is no readable model pack in ${resolve(folder)} (pack.json: ${reason}): give the folder of an installed pack.`,
    );
  });
}
