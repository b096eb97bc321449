import { z } from 'zod';
import { PackError } from './pack-error.js';

/**
 * What a manifest says.
 *
 * @param path names the file in the error
 * @throws {PackError} PACK_INVALID with every fault in one line
 */
export function parseManifest<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  text: string,
): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new PackError('PACK_INVALID', `${path} is not a valid manifest (${faults(cause)}): correct it.`);
  }
}

function faults(cause: unknown): string {
  if (!(cause instanceof z.ZodError)) return String((cause as Error).message).replaceAll('\n', ' ');
  return cause.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`).join('; ');
}
