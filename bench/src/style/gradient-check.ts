import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { layersUpTo, RECIPES, type Tap } from '@rollcall/vision';
import { compareDecisions, type LayerDecisions } from './decisions.js';
import { distance, type Distance } from './distance.js';
import { RECIPE, type OwnEngine } from './own-engine.js';
import type { BenchPictures } from './pictures.js';
import type { TorchEngine } from './torch-engine.js';

/** The gradient at the content picture by both engines, and by PyTorch in double precision. */
export interface GradientCheck {
  readonly ownAgainstTorch: Distance;
  /** The yardstick: how far each is from double precision. */
  readonly ownAgainstExact: Distance;
  readonly torchAgainstExact: Distance;
  /** Ours against double precision that opens the same ReLUs and picks the same numbers of each window. */
  readonly sameDecisions: Distance;
  /** Relative errors of the loss. */
  readonly loss: { readonly own: number; readonly torch: number };
  readonly layers: readonly LayerCheck[];
}

/** Decisions of a layer, by either engine against double precision. */
export interface LayerCheck {
  readonly layer: string;
  readonly own: LayerDecisions;
  readonly torch: LayerDecisions;
}

/** @param folder for files on the way */
export async function checkGradient(
  own: OwnEngine,
  torch: TorchEngine,
  pictures: BenchPictures,
  folder: string,
): Promise<GradientCheck> {
  const layers = await checkLayers(own, torch, pictures, folder);
  const ours = await own.atStart(pictures);
  const theirs = await torch.atStart('float32');
  const exact = await torch.atStart('float64');
  const alike = await torch.atStart('float64', folder);
  return {
    ownAgainstTorch: distance(ours.gradient, theirs.gradient),
    ownAgainstExact: distance(ours.gradient, exact.gradient),
    torchAgainstExact: distance(theirs.gradient, exact.gradient),
    sameDecisions: distance(ours.gradient, alike.gradient),
    loss: { own: Math.abs(ours.loss / exact.loss - 1), torch: Math.abs(theirs.loss / exact.loss - 1) },
    layers,
  };
}

async function checkLayers(
  own: OwnEngine,
  torch: TorchEngine,
  pictures: BenchPictures,
  folder: string,
): Promise<LayerCheck[]> {
  const { content, style } = RECIPES[RECIPE];
  const layers = layersUpTo([content, ...style]);
  const checks: LayerCheck[] = [];
  let { width, height } = pictures.content;
  for (const [i, { name, pooled }] of layers.entries()) {
    if (pooled) [width, height] = [Math.trunc(width / 2), Math.trunc(height / 2)];
    const planes = (data: ArrayLike<number>) => ({ width, height, data });
    const exact = planes(await torch.features(name, 'float64'));
    const before = layers[i + 1]?.pooled ?? false;
    const single = planes(await torch.features(name, 'float32'));
    const behind = await own.features(pictures, `conv${name}` as Tap);
    await writeFile(join(folder, `${name}.f32`), behind);
    const ours = planes(behind);
    checks.push({
      layer: `conv${name}`,
      own: compareDecisions(ours, exact, before),
      torch: compareDecisions(single, exact, before),
    });
  }
  return checks;
}
