import { loadPack } from '@rollcall/vision';
import { picturesIn } from '../../pictures.js';
import { Progress } from '../../progress.js';
import type { Say } from '../../say.js';
import { PullError } from '../pull/pull-error.js';
import { packFolder } from './installed.js';
import { quantizePack, requireScrfd, type Quantized } from './quantize-pack.js';

/** More make it no better, only slower. */
const MOST_PHOTOS = 60;
const LEAST_PHOTOS = 8;

/** `models quantize <name> --photos <folder>`. */
export async function quantizeCommand(
  name: string,
  modelsDir: string,
  photos: string,
  say: Say,
): Promise<void> {
  const folder = packFolder(modelsDir, name);
  requireScrfd(await loadPack(folder));
  const chosen = spread(picturesIn(photos));
  if (chosen.length < LEAST_PHOTOS)
    throw new PullError(
      `${photos} holds ${chosen.length} pictures; give ${LEAST_PHOTOS} or more, as your cameras take them.`,
    );
  const bars = [
    new Progress('Calibrating', chosen.length),
    new Progress('Comparing', chosen.length),
  ] as const;
  const watch = { calibrated: () => bars[0].step(), compared: () => bars[1].step() };
  const result = await quantizePack(folder, chosen, watch).finally(() => bars[1].end());
  say(describe(name, result));
}

/** Some of many, evenly. */
const spread = (files: readonly string[]): string[] =>
  files.length <= MOST_PHOTOS
    ? [...files]
    : Array.from({ length: MOST_PHOTOS }, (_, i) => files[Math.floor((i * files.length) / MOST_PHOTOS)]!);

function describe(name: string, { photos, faces, both, shift, ratio, kept }: Quantized): string {
  const took = `On this machine detection takes ${ratio.toFixed(2)} of the time`;
  const apart = `landmarks ${(shift * 100).toFixed(1)} % of the distance between the eyes apart`;
  return [
    `${photos} photos: ${both} of ${faces} faces found by both, ${apart} at the median.`,
    kept
      ? `${took}. The pack ${name} has the 8-bit detector beside the other one now; a server takes the faster one at its next start.`
      : `${took}, which is not worth it. Nothing was changed.`,
  ].join('\n');
}
