import { ARCFACE_TEMPLATE } from '../src/alignment/arcface-template.js';
import { FaceLook, type SeenFace } from '../src/face-look.js';
import { PLAIN_LEVELS } from '../src/pixels/network-scale.js';
import type { RgbImage } from '../src/rgb-image.js';

let opened: Promise<FaceLook> | null = null;

/** What is seen of a picture of 112x112 that is an aligned face already. */
export async function lookAt(aligned: RgbImage): Promise<SeenFace> {
  opened ??= FaceLook.open(PLAIN_LEVELS, {});
  return (await (await opened).look(aligned, [ARCFACE_TEMPLATE])).faces[0]!;
}
