import sharp from 'sharp';
import type { Box } from './geometry.js';
import type { ImageHeader } from './image-header/image-header.js';
import { withoutText } from './image-header/png-header.js';
import { readImageHeader } from './image-header/read-image-header.js';
import { ImageRejected } from './image-rejected.js';
import type { RgbImage } from './rgb-image.js';

// Every image is decoded once: libvips' cache of operations would only hold on to memory.
sharp.cache(false);

/** How large an image may be; both are checked before a pixel is decoded. */
export interface ImageLimits {
  /** Largest file in bytes. */
  readonly maxBytes: number;
  /** Largest width times height, judged from the header. */
  readonly maxPixels: number;
}

/** 20 MB and 40 megapixels: room for every phone's photo. */
export const DEFAULT_IMAGE_LIMITS: ImageLimits = { maxBytes: 20_000_000, maxPixels: 40_000_000 };

/** A progressive JPEG has about ten scans; each costs a pass over all pixels and may take but a few bytes. */
const MAX_PASSES = 64;

/**
 * Warnings of the JPEG reader that say nothing about the pixels: cameras that pad the end of a frame, and writers
 * that leave scan parameters of a sequential JPEG unset. Every other warning means that pixels are damaged.
 */
const HARMLESS_WARNING = /extraneous bytes before marker 0xd9|Invalid SOS parameters for sequential JPEG/;

/**
 * Decodes a JPEG, PNG or WebP into upright RGB pixels: EXIF orientation applied, alpha flattened on white, CMYK,
 * grey and 16-bit converted to 8-bit sRGB (by the embedded colour profile where there is one).
 *
 * @throws {ImageRejected} UNSUPPORTED_IMAGE when the bytes are no such image, an animated one, or damaged;
 *   IMAGE_TOO_LARGE when they exceed the limits
 */
export async function decodeImage(
  bytes: Uint8Array,
  limits: ImageLimits = DEFAULT_IMAGE_LIMITS,
): Promise<RgbImage> {
  const header = admit(bytes, limits);
  const readable = header.format === 'png' ? withoutText(bytes) : bytes;
  try {
    return await decodePixels(readable, 'warning').catch((error: Error) => {
      if (HARMLESS_WARNING.test(error.message)) return decodePixels(readable, 'error');
      throw error;
    });
  } catch {
    throw unsupported('The image is damaged or cut off. Send the original file again.');
  }
}

/** Judges an image by its first bytes and its header. */
function admit(bytes: Uint8Array, { maxBytes, maxPixels }: ImageLimits): ImageHeader {
  if (bytes.length > maxBytes) {
    const [sent, allowed] = [bytes.length, maxBytes].map((count) => (count / 1e6).toFixed(1));
    throw tooLarge(`The file has ${sent} MB, at most ${allowed} MB are taken. Send a smaller photo.`);
  }
  const header = readImageHeader(bytes);
  if (!header || header.width === 0 || header.height === 0) {
    throw unsupported('This is not a readable image. Send a JPEG, PNG or WebP.');
  }
  if (header.animated) throw unsupported('The image is animated. Send a single picture.');
  if (header.passes > MAX_PASSES)
    throw unsupported('The image has too many scans. Save it again as a plain JPEG.');
  if (header.width * header.height > maxPixels) {
    const [size, allowed] = [`${header.width} x ${header.height}`, (maxPixels / 1e6).toFixed(0)];
    throw tooLarge(
      `The image has ${size} pixels, at most ${allowed} megapixels are taken. Send a smaller photo.`,
    );
  }
  return header;
}

async function decodePixels(bytes: Uint8Array, failOn: 'warning' | 'error'): Promise<RgbImage> {
  const { data, info } = await sharp(bytes, { failOn, limitInputPixels: false })
    .autoOrient()
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`Decoding gave ${info.channels} channels.`);
  return { width: info.width, height: info.height, data };
}

const unsupported = (message: string) => new ImageRejected('UNSUPPORTED_IMAGE', message);
const tooLarge = (message: string) => new ImageRejected('IMAGE_TOO_LARGE', message);

/**
 * Cuts a rectangle out of an image, as far as it lies inside, and writes it as a JPEG.
 *
 * @param quality 1 to 100
 * @throws RangeError when nothing of the rectangle lies inside the image
 */
export async function cropToJpeg(image: RgbImage, box: Box, quality = 90): Promise<Uint8Array> {
  const left = Math.max(0, Math.round(box.x));
  const top = Math.max(0, Math.round(box.y));
  const width = Math.min(image.width, Math.round(box.x + box.width)) - left;
  const height = Math.min(image.height, Math.round(box.y + box.height)) - top;
  if (width < 1 || height < 1) throw new RangeError('The rectangle lies outside the image.');
  return sharp(image.data, { raw: rawOf(image) })
    .extract({ left, top, width, height })
    .jpeg({ quality })
    .toBuffer();
}

/** The image in another size, by Lanczos' filter; sides are stretched apart where the proportions differ. */
export async function resizeImage(image: RgbImage, width: number, height: number): Promise<RgbImage> {
  if (width === image.width && height === image.height) return image;
  const { data } = await sharp(image.data, { raw: rawOf(image) })
    .resize(width, height, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width, height, data };
}

/** The image as a PNG file, every pixel as it is. */
export function encodePng(image: RgbImage): Promise<Uint8Array> {
  return sharp(image.data, { raw: rawOf(image) })
    .png()
    .toBuffer();
}

/**
 * Writes an image of any kind that is read as a PNG, upright and see-through where it was.
 *
 * @param longest pixels of the longer side, at most
 * @throws {ImageRejected} see `decodeImage`
 */
export async function rewriteAsPng(bytes: Uint8Array, longest: number): Promise<Uint8Array> {
  const { format } = admit(bytes, DEFAULT_IMAGE_LIMITS);
  await decodeImage(bytes);
  return sharp(format === 'png' ? withoutText(bytes) : bytes, { failOn: 'error' })
    .autoOrient()
    .toColourspace('srgb')
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer();
}

/** A picture of ours in few pixels: red, green, blue and how opaque, 0 to 255 each. */
export function sampled(picture: Uint8Array, side: number): Promise<Uint8Array> {
  return sharp(picture)
    .ensureAlpha()
    .resize(side, side, { fit: 'fill', kernel: 'nearest' })
    .raw({ depth: 'uchar' })
    .toBuffer();
}

/** Writes an image as a JPEG without metadata. @param quality 1 to 100 */
export function encodeJpeg(image: RgbImage, quality = 90): Promise<Uint8Array> {
  return sharp(image.data, { raw: rawOf(image) })
    .jpeg({ quality })
    .toBuffer();
}

/**
 * A rectangle of an image in another size, by Lanczos' filter.
 *
 * @param box whole pixels, inside the image
 */
export async function cutOut(image: RgbImage, box: Box, width: number, height: number): Promise<RgbImage> {
  const data = await sharp(image.data, { raw: rawOf(image) })
    .extract({ left: box.x, top: box.y, width: box.width, height: box.height })
    .resize(width, height, { fit: 'fill' })
    .raw()
    .toBuffer();
  return { width, height, data };
}

/** The image turned clockwise about its middle, as large as it becomes by that, grey in its corners. */
export async function turned(image: RgbImage, degrees: number): Promise<RgbImage> {
  const { data, info } = await sharp(image.data, { raw: rawOf(image) })
    .rotate(degrees, { background: '#777777' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** The image with a grey margin. @param share of its sides, on each of them; @param level 0 to 255 */
export async function framed(
  image: RgbImage,
  { share, level }: { readonly share: number; readonly level: number },
): Promise<RgbImage> {
  const [across, down] = [Math.round(share * image.width), Math.round(share * image.height)];
  const background = { r: level, g: level, b: level };
  const { data, info } = await sharp(image.data, { raw: rawOf(image) })
    .extend({ left: across, right: across, top: down, bottom: down, background })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/**
 * Draws an SVG as a PNG. Only for drawings of our own: what it refers to would be opened.
 *
 * @param size of the PNG in pixels
 * @param dpi resolution that the PNG names
 */
export function drawSvg(
  svg: string,
  size: { readonly width: number; readonly height: number },
  dpi: number,
): Promise<Uint8Array> {
  return sharp(Buffer.from(svg), { density: dpi })
    .resize({ ...size, fit: 'fill' })
    .withMetadata({ density: dpi })
    .png()
    .toBuffer();
}

const rawOf = ({ width, height }: RgbImage) => ({ width, height, channels: 3 }) as const;
