import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { decodeImage, loadPack, quantizeDetector, type ModelPack } from '@rollcall/vision';
import { readPicture } from '../../pictures.js';
import { PullError } from '../pull/pull-error.js';
import { comparedPacks, type Compared } from './compared-packs.js';

/** Least gain for which two files are kept instead of one. */
const WORTH = 0.9;

/** Fewer say nothing about what a camera will see. */
const LEAST_FACES = 8;

/** What a detector in levels of 8 bits finds and takes, next to the one that it was made of. */
export interface Quantized extends Compared {
  readonly kept: boolean;
}

/** Told how far it is. */
export interface QuantizeWatch {
  readonly calibrated: () => void;
  readonly compared: () => void;
}

/**
 * Makes an 8-bit detector for an installed pack and adds it, where it is faster on this machine. The original stays: a server
 * takes whichever is faster where it runs.
 *
 * @param photos files that show faces as one's own cameras do
 */
export async function quantizePack(
  folder: string,
  photos: readonly string[],
  watch: QuantizeWatch,
): Promise<Quantized> {
  const pack = await loadPack(folder);
  const detector = requireScrfd(pack);
  const model = await quantizeDetector(pack, images(photos, watch.calibrated));
  const { dir, name, ext } = parse(detector.file);
  const file = join(dir, `${name}.int8${ext}`);
  const sha256 = createHash('sha256').update(model).digest('hex');
  const path = join(folder, file);
  await placed(path, model);
  const [floats, levels] = [
    withDetector(pack, detector),
    withDetector(pack, { ...detector, file, sha256 }, path),
  ];
  const found = await comparedPacks(floats, levels, photos, watch.compared);
  if (found.faces < LEAST_FACES) {
    if (detector.int8?.file !== file) await rm(path, { force: true });
    throw new PullError(
      `Only ${found.faces} faces were found on these photos: give ${LEAST_FACES} or more, as your cameras see them. Nothing was changed.`,
    );
  }
  const kept = found.ratio < WORTH;
  if (kept) await noted(folder, { file, sha256 });
  else if (detector.int8?.file !== file) await rm(path, { force: true });
  return { ...found, kept };
}

/** The detector of a pack that has something to gain. @throws {PullError} that says why another has not */
export function requireScrfd({ name, manifest: { detector } }: ModelPack): Scrfd {
  if (detector.kind === 'scrfd') return detector;
  throw new PullError(
    `The detector of ${name} is ${detector.kind}, and only SCRFD is known to be as good in 8 bits and faster. ` +
      'Nothing was changed; choose a pack with SCRFD, such as buffalo_l.',
  );
}

async function* images(photos: readonly string[], done: () => void) {
  for (const photo of photos) {
    yield await decodeImage(await readPicture(photo)).catch((error: Error) => {
      throw new PullError(
        `The picture ${photo} cannot be used: ${error.message} Nothing was changed; take it out of the folder.`,
      );
    });
    done();
  }
}

type Scrfd = Extract<ModelPack['manifest']['detector'], { kind: 'scrfd' }>;

/** The pack with one detector alone. */
function withDetector(pack: ModelPack, { int8: _, ...detector }: Scrfd, path?: string): ModelPack {
  const files = path ? { ...pack.files, [detector.sha256]: path } : pack.files;
  return { ...pack, manifest: { ...pack.manifest, detector }, files };
}

/** In one step: a server that starts meanwhile sees the old file or the new one. */
async function placed(path: string, content: Uint8Array | string): Promise<void> {
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
}

async function noted(folder: string, int8: { file: string; sha256: string }): Promise<void> {
  const path = join(folder, 'pack.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { detector: object };
  const changed = { ...manifest, detector: { ...manifest.detector, int8 } };
  await placed(path, `${JSON.stringify(changed, null, 2)}\n`);
}
