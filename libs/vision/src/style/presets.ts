import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { locateFile, verifyFile } from '../packs/pack-files.js';
import { packFileSchema } from '../packs/pack-manifest.js';
import { parseManifest } from '../packs/parse-manifest.js';
import { fromPlainError, type PlainError } from '../pool/plain-error.js';
import type { RgbImage } from '../rgb-image.js';
import { inStudioThread } from './studio-thread.js';

/** A network that paints in one style in one pass: Johnson et al. (arXiv:1603.08155), trained by `tools/train-style`. */
export interface PresetNetwork {
  readonly name: string;
  readonly title: string;
  /** Absolute path of the ONNX file: `image` to `painted`, both [1, 3, height, width], RGB, 0 to 255. */
  readonly path: string;
  /** Absolute path of a JPEG that shows what it makes of a portrait. */
  readonly picture: string;
  /** Median cosine (ArcFace) between photos and what it makes of them, entirely painted at 512 pixels; 0 unmeasured. */
  readonly likeness: number;
}

/** How a preset is laid over a picture. */
export interface PresetOptions {
  /** 0 the picture as it is, 1 as painted, in between a mixture. */
  readonly share: number;
  /** Takes light and brush from the painted picture, colours from the picture. */
  readonly keepColours: boolean;
  readonly threads: number;
}

/** What a preset's thread is started with. */
export interface PresetSetup extends PresetOptions {
  readonly path: string;
  readonly image: RgbImage;
}
export type PresetAnswer = { readonly image: RgbImage } | { readonly failure: PlainError };

const SHIPPED = fileURLToPath(new URL('../../assets/styles', import.meta.url));
const WORKER = new URL('./preset.worker.js', import.meta.url);
const PICTURE = 'picture.jpg';

const recordSchema = packFileSchema.extend({
  name: z.string().min(1),
  title: z.string().min(1),
  likeness: z.number().min(-1).max(1).default(0),
});

/**
 * The presets of a folder, one folder each with `style.json`, checked against the sha256 that it pins; those that keep a
 * likeness best come first.
 *
 * @param folder those that ship with the library when left out
 * @throws {PackError} when one is not what its record says
 */
export async function loadPresets(folder: string = SHIPPED): Promise<PresetNetwork[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const presets = await Promise.all(names.sort().map((name) => loadPreset(join(folder, name))));
  return presets.sort((one, other) => other.likeness - one.likeness);
}

async function loadPreset(folder: string): Promise<PresetNetwork> {
  const path = join(folder, 'style.json');
  const record = parseManifest(recordSchema, path, await readFile(path, 'utf8'));
  const network = locateFile(folder, record.file);
  await verifyFile(network, record);
  return {
    name: record.name,
    title: record.title,
    path: network,
    picture: locateFile(folder, PICTURE),
    likeness: record.likeness,
  };
}

/**
 * Paints a picture in one pass, in a thread of its own that ends with it.
 *
 * @throws {StyleError} STYLE_CRASHED when the thread died
 */
export async function paintPreset(
  { path }: PresetNetwork,
  image: RgbImage,
  options: PresetOptions,
): Promise<RgbImage> {
  const setup: PresetSetup = { ...options, path, image };
  return inStudioThread(WORKER, setup, (answer: PresetAnswer, done: (picture: RgbImage) => void) => {
    if ('failure' in answer) throw fromPlainError(answer.failure);
    done(answer.image);
  });
}
