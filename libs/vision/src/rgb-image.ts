/**
 * Upright 8-bit sRGB pixels: `data` is HWC (row by row, each pixel R, G, B), `width * height * 3` bytes, 0 to 255.
 * Everything behind `raster.ts` works on this one form.
 */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
