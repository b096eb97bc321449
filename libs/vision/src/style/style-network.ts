import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { locateFile, verifyFile } from '../packs/pack-files.js';
import { packFileSchema } from '../packs/pack-manifest.js';
import { parseManifest } from '../packs/parse-manifest.js';

const perChannel = z.tuple([z.number(), z.number(), z.number()]);

/**
 * What the weights expect of pixels: channel c of the network's input is (level * range - mean[c]) / std[c], levels
 * being 0 to 1. `mean` and `std` stand in the order of `channels`, as the first kernel does.
 */
const pixelsSchema = z.object({
  channels: z.enum(['rgb', 'bgr']),
  range: z.number().positive(),
  mean: perChannel,
  std: z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]),
});
export type PixelConvention = z.infer<typeof pixelsSchema>;

/** `network.json`: the weights of VGG16 that styles are measured by, and how they want their pixels. */
const styleNetworkSchema = packFileSchema.extend({
  name: z.string().min(1),
  title: z.string().min(1),
  licence: z.string().min(1),
  commercialUse: z.boolean(),
  pixels: pixelsSchema,
});

/** A network whose file was verified. Plain data, so that it travels to worker threads as it is. */
export interface StyleNetwork extends z.infer<typeof styleNetworkSchema> {
  /** Absolute path of the safetensors file: `features.<index>.{weight,bias}`, OIHW, F32. */
  readonly path: string;
}

/** Describes the weights that have no description beside them; found by the same path from `src` and from `dist`. */
const SHIPPED_DESCRIPTION = fileURLToPath(new URL('../../assets/style/vgg16.json', import.meta.url));

/**
 * Reads a network's description, `network.json` in its folder or else the one that ships with the library, and checks
 * the weights against the sha256 that it pins.
 *
 * @param folder e.g. `vgg16` in the folder of the packs
 * @throws {PackError} when the folder holds no such weights or they are not the pinned ones
 */
export async function loadStyleNetwork(folder: string): Promise<StyleNetwork> {
  const description = await readDescription(folder);
  const path = locateFile(folder, description.file);
  await verifyFile(path, description);
  return { ...description, path };
}

async function readDescription(folder: string): Promise<z.infer<typeof styleNetworkSchema>> {
  const path = join(resolve(folder), 'network.json');
  const text = await readFile(path, 'utf8').catch(() => readFile(SHIPPED_DESCRIPTION, 'utf8'));
  return parseManifest(styleNetworkSchema, path, text);
}
