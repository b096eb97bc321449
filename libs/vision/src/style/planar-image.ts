import type { RgbImage } from '../rgb-image.js';

/** A picture as the network takes it: R, then G, then B, each row by row; levels 0 to 1, which may be overstepped. */
export interface PlanarImage {
  readonly width: number;
  readonly height: number;
  /** `3 * height * width` levels. */
  readonly data: Float32Array;
}

/** Bytes 0 to 255, pixel by pixel, as levels 0 to 1, plane by plane. */
export function toPlanar({ width, height, data }: RgbImage): PlanarImage {
  const pixels = width * height;
  const levels = new Float32Array(3 * pixels);
  for (let pixel = 0, source = 0; pixel < pixels; pixel++) {
    for (let target = pixel; target < levels.length; target += pixels)
      levels[target] = (data[source++] as number) / 255;
  }
  return { width, height, data: levels };
}

/** The other way round; levels are rounded, and those beyond 0 to 1 are cut off. */
export function toRgb({ width, height, data }: PlanarImage): RgbImage {
  const pixels = width * height;
  const bytes = new Uint8ClampedArray(data.length);
  for (let pixel = 0, target = 0; pixel < pixels; pixel++) {
    for (let source = pixel; source < data.length; source += pixels)
      bytes[target++] = (data[source] as number) * 255;
  }
  return { width, height, data: new Uint8Array(bytes.buffer) };
}
