import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeImage, encodePng, resizeImage, type RgbImage } from '@rollcall/vision';
import { PHOTOS } from '../photos.js';
import { covering, type Size } from './rgb-canvas.js';

/** What is painted and in whose manner: the same pixels for every engine. */
export interface BenchPictures {
  readonly content: RgbImage;
  readonly style: RgbImage;
  /** The same as PNG files. */
  readonly files: { readonly content: string; readonly style: string };
}

/** What is painted where nothing else is named, and in whose manner. */
export const DEFAULT_PICTURES = {
  photo: join(PHOTOS, 'people', 'Audrey_Hepburn', 'frontal_01.jpg'),
  painting: join(PHOTOS, 'style', 'turner_shipwreck_of_the_minotaur.jpg'),
};

/** Sides written as 256x512, width first. @throws Error that says so */
export function sizeOf(text: string): Size {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(text) ?? [];
  const size = { width: Number(width), height: Number(height) };
  const [short, long] = [Math.min(size.width, size.height), Math.max(size.width, size.height)];
  if (short >= 16 && long >= 64 && long <= 1024) return size;
  throw new Error(
    `"${text}" is no size: write width x height like 256x512, 64 to 1024 pixels the longer one.`,
  );
}

/** A portrait of exactly this size, and a painting whose longer side is as long as its own: neither is resized again. */
export async function benchPictures(
  folder: string,
  { width, height }: Size,
  { photo, painting } = DEFAULT_PICTURES,
): Promise<BenchPictures> {
  const longer = Math.max(width, height);
  const content = await covering(await decodeImage(await readFile(photo)), { width, height });
  const whole = await decodeImage(await readFile(painting));
  const scale = longer / Math.max(whole.width, whole.height);
  const style = await resizeImage(whole, Math.round(whole.width * scale), Math.round(whole.height * scale));
  const files = { content: join(folder, 'content.png'), style: join(folder, 'style.png') };
  await writeFile(files.content, await encodePng(content));
  await writeFile(files.style, await encodePng(style));
  return { content, style, files };
}
