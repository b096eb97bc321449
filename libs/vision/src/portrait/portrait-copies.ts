import { cutOut, decodeImage, encodePng, resizeImage, turned } from '../raster.js';

/** What is cut off left, above, right and below, in shares of the side. */
const CUTS: readonly (readonly [left: number, top: number, right: number, bottom: number])[] = [
  [0.08, 0.08, 0.08, 0.08],
  [0.1, 0, 0.02, 0.09],
  [0.02, 0.09, 0.1, 0],
  // As cards crop it.
  [0.1, 0, 0.1, 0],
];
const TURNS = [-4, 4];
const BRIGHTER = 1.4;

/**
 * Copies of a picture as people make them: cropped, turned a little, half as large, and brighter. In each a detector finds the landmarks a pixel or
 * two elsewhere, which moves everything that is measured on the aligned face.
 *
 * @param picture JPEG, PNG or WebP
 * @returns PNG files
 * @throws {ImageRejected} as `decodeImage`
 */
export async function portraitCopies(picture: Uint8Array): Promise<Uint8Array[]> {
  const image = await decodeImage(picture);
  const { width, height } = image;
  const cut = CUTS.map(([left, top, right, bottom]) => {
    const [x, y] = [Math.floor(width * left), Math.floor(height * top)];
    const box = {
      x,
      y,
      width: Math.floor(width * (1 - left - right)),
      height: Math.floor(height * (1 - top - bottom)),
    };
    return cutOut(image, box, box.width, box.height);
  });
  const bright = { ...image, data: image.data.map((level) => Math.min(255, BRIGHTER * level)) };
  const half = resizeImage(image, Math.ceil(width / 2), Math.ceil(height / 2));
  const tilted = TURNS.map((degrees) => turned(image, degrees));
  return Promise.all([...cut, ...tilted, half, bright].map(async (copy) => encodePng(await copy)));
}
