import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { AnalyzeResponse, Box } from '@rollcall/contracts';
import { cropToJpeg, decodeImage, type RgbImage } from '@rollcall/vision';
import type { RollcallClient } from '../rollcall-client.js';

/** Two pictures of one face: one to enrol, one to check in with. */
export interface DemoFace {
  readonly portrait: Uint8Array;
  readonly frame: Uint8Array;
}

/** Sample photos of the package that the default model pack comes from; each shows several people. */
const SAMPLES = ['sample3.jpg', 'sample6.jpg', 'sample5.jpg', 'sample1.jpg'];
const LEAST_QUALITY = 0.5;

/**
 * Cuts the faces out of the sample photos. Portrait and frame come from one photograph, cut and compressed
 * differently: enough to show the product, nothing to judge its accuracy by.
 */
export async function demoFaces(client: RollcallClient): Promise<DemoFace[]> {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
    'demo',
  );
  const perSample = await Promise.all(
    SAMPLES.map(async (name) => facesOn(client, await readFile(join(folder, name)))),
  );
  return perSample.flat();
}

async function facesOn(client: RollcallClient, photo: Uint8Array): Promise<DemoFace[]> {
  const { faces } = await client.picture<AnalyzeResponse>('/vision/analyze', 'image', photo);
  const image = await decodeImage(photo);
  const good = faces.filter(({ quality }) => quality.score >= LEAST_QUALITY);
  return Promise.all(good.map(({ box }) => cut(image, box)));
}

async function cut(image: RgbImage, box: Box): Promise<DemoFace> {
  const portrait = await cropToJpeg(image, around(box, 1.6), 92);
  const frame = await cropToJpeg(image, around(box, 1.9), 70);
  return { portrait, frame };
}

/** A square about the same centre, its side a multiple of the face's longer side. */
function around({ x, y, width, height }: Box, factor: number): Box {
  const side = Math.max(width, height) * factor;
  return { x: x + width / 2 - side / 2, y: y + height / 2 - side / 2, width: side, height: side };
}
