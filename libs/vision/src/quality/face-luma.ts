import type { RgbImage } from '../rgb-image.js';

/** Luma of the middle of an aligned face, row by row, 0 to 255. */
export interface FaceLuma {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** The part of the 112x112 crop that is face in nearly every photo: brows to chin, cheek to cheek. */
const REGION = { left: 22, top: 32, width: 68, height: 72 } as const;

/** BT.601 luma (0.299 R + 0.587 G + 0.114 B) of the face region of a 112x112 crop on the ArcFace template. */
export function faceLuma({ width, data }: RgbImage): FaceLuma {
  const luma = new Float32Array(REGION.width * REGION.height);
  for (let row = 0, target = 0; row < REGION.height; row++) {
    let source = ((REGION.top + row) * width + REGION.left) * 3;
    for (let column = 0; column < REGION.width; column++, target++, source += 3) {
      luma[target] =
        0.299 * (data[source] as number) +
        0.587 * (data[source + 1] as number) +
        0.114 * (data[source + 2] as number);
    }
  }
  return { width: REGION.width, height: REGION.height, data: luma };
}

/** Mean luma, 0 (black) to 1 (white). */
export function meanBrightness({ data }: FaceLuma): number {
  return mean(data) / 255;
}

/** Average of the values. */
export function mean(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
