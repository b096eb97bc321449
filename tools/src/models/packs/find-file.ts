import type { Download } from '../catalogue/catalogued-pack.js';
import { originsOf } from '../pull/origins.js';
import type { Origin } from '../pull/origin.js';
import { NotThere, PullError } from '../pull/pull-error.js';
import { steadyBytes, type Patience } from '../pull/steady-bytes.js';

/** A published file, where it was found. */
export interface FoundFile {
  readonly origin: Origin;
  /** In bytes, where the origin says it. */
  readonly size: number | null;
  readonly tag: string | null;
}

/**
 * The first place that has a file.
 *
 * @param pack a mirror may have the file in a folder of this name
 * @throws {PullError} when none has it, or one cannot be reached
 */
export async function findFile(
  pack: string,
  { file, sources, bytes }: Download,
  mirror: string | undefined,
  patience: Patience,
): Promise<FoundFile> {
  const places = [...sources, { host: null, path: `${pack}/${file}` }];
  const origins = places.flatMap((source) => originsOf(source, mirror));
  const searched = new Set<string>();
  // Whoever is not there at all is not waited for long.
  const start = { ...patience, tries: Math.min(patience.tries, 1) };
  for (const origin of origins) {
    if (searched.has(origin.address)) continue;
    searched.add(origin.address);
    try {
      const { size, tag } = await firstAnswer(origin, start);
      if (size === null || size === bytes) return { origin, size, tag };
      throw otherSize(origin, size, bytes);
    } catch (error) {
      if (!(error instanceof NotThere)) throw error;
    }
  }
  throw new PullError(
    `${file} is at none of these places: ${[...searched].join(', ')}. Put it at one of them, or set MODEL_MIRROR to ` +
      `the address or folder above it. A zip or folder with the pack is taken in by "models import".`,
  );
}

async function firstAnswer(origin: Origin, patience: Patience) {
  const found = { size: null as number | null, tag: null as string | null };
  const onAnswer = ({ size, tag }: typeof found) => Object.assign(found, { size, tag });
  // What comes is asked for again.
  for await (const _ of steadyBytes(origin, { from: 0, to: 1 }, patience, null, onAnswer)) break;
  return found;
}

/** Said before hundreds of megabytes come that could not be used. */
const otherSize = ({ address }: Origin, size: number, due: number) =>
  new PullError(
    `${address} has ${size} bytes where ${due} are due: it is another file. Nothing was pulled. Set MODEL_MIRROR to a ` +
      'place that has the published one.',
  );
