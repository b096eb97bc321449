import { cutOut, decodeImage, encodePng, framed, resizeImage, turned } from '../raster.js';
import type { RgbImage } from '../rgb-image.js';

/** What is cut off on every side, in shares of it. */
const CUT = 0.08;
/** What cards cut off left and right. */
const CARD_CUT = 0.1;
const TURNS = [-4, 4];
/** Margins in shares of a side, and the level of grey that they have. */
const NARROW = { share: 0.1, level: 128 };
const WIDE = { share: 0.5, level: 0 };
const PAPER = { share: 0.3, level: 255 };
const AROUND_TURNED = { share: 0.2, level: 119 };

/**
 * Copies of a picture as people make them: with something around it, as on a card, on paper or on a screen, cropped,
 * turned a little, half as large. In each a detector finds the landmarks a pixel or two elsewhere, which moves
 * everything that is measured on the aligned face; most of all where the face fills the picture.
 *
 * @param picture JPEG, PNG or WebP
 * @returns PNG files; the first is the picture with a narrow margin, else as it is
 * @throws {ImageRejected} as `decodeImage`
 */
export async function portraitCopies(picture: Uint8Array): Promise<Uint8Array[]> {
  const image = await decodeImage(picture);
  const copies = [
    framed(image, NARROW),
    framed(image, WIDE),
    cropped(image, CARD_CUT, 0).then((card) => framed(card, PAPER)),
    cropped(image, CUT, CUT),
    ...TURNS.map(async (degrees) => framed(await turned(image, degrees), AROUND_TURNED)),
    resizeImage(image, Math.ceil(image.width / 2), Math.ceil(image.height / 2)),
  ];
  return Promise.all(copies.map(async (copy) => encodePng(await copy)));
}

/** @param across, down what is cut off of either side, in shares of it */
function cropped(image: RgbImage, across: number, down: number): Promise<RgbImage> {
  const [x, y] = [Math.floor(image.width * across), Math.floor(image.height * down)];
  const [width, height] = [image.width - 2 * x, image.height - 2 * y];
  return cutOut(image, { x, y, width, height }, width, height);
}
