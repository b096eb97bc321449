import type { Origin } from './origin.js';
import type { PartFile } from './part-file.js';
import { PullError } from './pull-error.js';

/**
 * Nothing of a file with another sum is kept.
 *
 * @throws {PullError}
 */
export async function expectSum(
  part: PartFile,
  { address }: Origin,
  sha256: string,
  due: string,
): Promise<void> {
  if (isSum(sha256, due)) return;
  await part.remove();
  throw new PullError(
    `What came from ${address} has sha256 ${sha256} where ${due} is due: it was damaged on the way, or is another ` +
      'file. Nothing of it is used. Run the command again; if that does not help, set MODEL_MIRROR to another place.',
  );
}

/** Whoever types or copies a sum may do so in capitals. */
export const isSum = (sha256: string, due: string) => sha256 === due.trim().toLowerCase();
