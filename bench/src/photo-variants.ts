import { readFile } from 'node:fs/promises';
import sharp from 'sharp';

/**
 * Another picture of the same photograph: cut at its edges by up to 6 %, lighter or darker by up to 12 %, compressed
 * anew. The same number gives the same bytes; no two numbers give the same.
 */
export async function variantOf(path: string, number: number): Promise<Buffer> {
  const picture = sharp(await readFile(path));
  const { width, height } = await picture.metadata();
  const share = (salt: number) => fraction(number * 7 + salt);
  const [left, top, right, bottom] = [1, 2, 3, 4].map((salt) => share(salt) * 0.06);
  const area = {
    left: Math.round(width * left!),
    top: Math.round(height * top!),
    width: Math.round(width * (1 - left! - right!)),
    height: Math.round(height * (1 - top! - bottom!)),
  };
  return picture
    .extract({
      ...area,
      width: Math.min(area.width, width - area.left),
      height: Math.min(area.height, height - area.top),
    })
    .linear(0.88 + share(5) * 0.24)
    .jpeg({ quality: 78 + Math.round(share(6) * 17) })
    .withExif({ IFD0: { ImageDescription: `Variant ${number}` } })
    .toBuffer();
}

/** An even spread over [0, 1) by the golden ratio. */
const fraction = (n: number) => (n * 0.6180339887498949) % 1;
