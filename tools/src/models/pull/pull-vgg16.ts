import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadStyleNetwork, Vgg16Weights, type StyleNetwork } from '@rollcall/vision';
import { fetchRanges, fetchWhole, readStart, type FileStart } from './fetch-cut.js';
import type { Origin } from './origin.js';
import { originsOf } from './origins.js';
import { PartFile } from './part-file.js';
import { isPublished, placeNetwork, type Checked } from './place-network.js';
import { NotThere, PullError, writingFailed } from './pull-error.js';
import { PATIENCE, type Patience } from './steady-bytes.js';
import { expectSum, isSum } from './sums.js';
import { VGG16_SOURCES, type WeightsSource } from './vgg16-sources.js';

/** How weights are pulled. */
export interface PullOrder {
  readonly modelsDir: string;
  /** Address or folder that stands in for the hosts. */
  readonly mirror?: string | undefined;
  /** Reads whole files, whose sha256 is published, also where parts would do. */
  readonly whole?: boolean;
  /** What the placed file must have, as another machine's command told. */
  readonly sha256?: string;
  /** Pulls although the weights are there. */
  readonly again?: boolean;
  readonly sources?: readonly WeightsSource[];
  readonly patience?: Patience;
}

/** Is told what happens. */
export interface PullWatch {
  /** Once it is known how many bytes are to come, and how many of them are there already. */
  begins(address: string, bytes: number, had: number): void;
  came(bytes: number): void;
}

/** Weights in their place. */
export interface Pulled {
  readonly network: StyleNetwork;
  /** How it was made sure that they are the published ones; null where they were there already. */
  readonly checked: Checked | null;
  readonly recipes: readonly string[];
}

interface Found extends FileStart {
  readonly source: WeightsSource;
  readonly origin: Origin;
}

/**
 * Brings the layers of VGG16 that styles are measured by into `vgg16` of the folder of the models. Nothing is in its
 * place before it is checked; what came before a connection broke is kept for the next time.
 *
 * @throws {PullError} that says what to do
 */
export async function pullVgg16(order: PullOrder, watch: PullWatch): Promise<Pulled> {
  const folder = join(resolve(order.modelsDir), 'vgg16');
  requireSum(order.sha256);
  const there = order.again ? null : await whatIsThere(folder, order);
  if (there) return { network: there, checked: null, recipes: [] };
  const patience = order.patience ?? PATIENCE;
  const found = await find(order, patience);
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw writingFailed(error, folder, found.cut.size);
  });
  const part = await PartFile.open(folder, found.source.id, found.cut, found.tag);
  try {
    const checked = await fetchChecked(found, part, order, patience, watch);
    const network = await placeNetwork(folder, found, part, checked);
    return { network, checked, recipes: found.cut.recipes };
  } finally {
    await part.close();
  }
}

/**
 * Weights that need not be pulled. Null where there are none, or where their sum is to be checked and was not yet.
 *
 * @throws {PullError} where they are other ones than are asked for
 */
async function whatIsThere(
  folder: string,
  { whole, sha256, sources = VGG16_SOURCES }: PullOrder,
): Promise<StyleNetwork | null> {
  const there = await loadStyleNetwork(folder).catch(() => null);
  if (!there || (whole && !(await isPublished(folder, there, sources)))) return null;
  if (sha256 === undefined || isSum(there.sha256, sha256)) return there;
  throw new PullError(
    `The weights in ${folder} have sha256 ${there.sha256}, and ${sha256} is asked for. Nothing was changed; --again ` +
      'pulls them anew.',
  );
}

/** The first source that is there. */
async function find({ mirror, sources = VGG16_SOURCES }: PullOrder, patience: Patience): Promise<Found> {
  const searched: string[] = [];
  // Whoever is not there at all is not waited for long.
  const start = { ...patience, tries: Math.min(patience.tries, 1) };
  for (const source of sources) {
    for (const origin of originsOf(source, mirror)) {
      try {
        return { source, origin, ...(await readStart(origin, start)) };
      } catch (error) {
        if (!(error instanceof NotThere)) throw error;
        searched.push(origin.address);
      }
    }
  }
  throw new PullError(
    `The weights are at none of these places: ${searched.join(', ')}. Put the file at one of them, or set ` +
      'MODEL_MIRROR to the address or folder above it.',
  );
}

async function fetchChecked(
  found: Found,
  part: PartFile,
  order: PullOrder,
  patience: Patience,
  watch: PullWatch,
): Promise<Checked> {
  const { source, origin, cut, size } = found;
  const came = (bytes: number) => watch.came(bytes);
  if (found.partial && !order.whole) {
    const { length } = cut.header;
    watch.begins(origin.address, cut.size - length, part.length - length);
    await fetchRanges(origin, found, part, patience, came);
  } else {
    watch.begins(origin.address, size ?? 0, 0);
    const sha256 = await fetchWhole(origin, found, part, patience, came);
    await expectSum(part, origin, sha256, source.sha256);
  }
  const bytes = await part.bytes();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  // A file that is wanted as a whole has a sum that is known; a cut has one only if somebody says it.
  const isWhole = cut.size === size;
  if (isWhole) await expectSum(part, origin, sha256, source.sha256);
  if (order.sha256 !== undefined) await expectSum(part, origin, sha256, order.sha256);
  Vgg16Weights.read(bytes, source.pixels);
  const known = !found.partial || order.whole || isWhole;
  return { sha256, by: known ? 'published' : order.sha256 ? 'told' : 'first-use' };
}

/** Before anything is pulled: what is no sum at all would be told of only behind the last byte. */
function requireSum(sha256: string | undefined): void {
  if (sha256 === undefined || /^[0-9a-f]{64}$/i.test(sha256.trim())) return;
  throw new PullError(`--sha256 has 64 hexadecimal digits; ${sha256} is no such sum. Nothing was pulled.`);
}
