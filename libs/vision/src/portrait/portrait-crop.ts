import type { Box, FiveLandmarks, Point } from '../geometry.js';
import { cutOut, decodeImage } from '../raster.js';
import type { RgbImage } from '../rgb-image.js';

/** Sides of a portrait by the height of the face, and how far down its middle lies: a passport photo with more air. */
const SIDE_BY_FACE = 2.1;
const FACE_DOWN = 0.47;

/** A face as the pipeline found it, in pixels of the upright photo. */
export interface FaceInPhoto {
  readonly box: Box;
  readonly landmarks: FiveLandmarks;
}

/** A square picture of head and shoulders. */
export interface Portrait {
  readonly image: RgbImage;
  /** In pixels of the portrait. */
  readonly face: FaceInPhoto;
}

/**
 * Where the portrait lies in a photo: a square around the face, as large as the photo allows and never outside of it.
 *
 * @param photo size in pixels
 * @param box of the face
 */
export function portraitSquare(photo: { readonly width: number; readonly height: number }, box: Box): Box {
  const face = Math.max(box.width, box.height);
  const side = Math.round(Math.min(photo.width, photo.height, SIDE_BY_FACE * face));
  const x = within(box.x + box.width / 2 - side / 2, photo.width - side);
  const y = within(box.y + box.height / 2 - FACE_DOWN * side, photo.height - side);
  return { x, y, width: side, height: side };
}

/**
 * Cuts the portrait out of a photo and brings it to `size` x `size` pixels.
 *
 * @throws {ImageRejected} as `decodeImage`
 */
export async function cutPortrait(
  photo: Uint8Array,
  { box, landmarks }: FaceInPhoto,
  size: number,
): Promise<Portrait> {
  const image = await decodeImage(photo);
  const square = portraitSquare(image, box);
  const scale = size / square.width;
  const moved = ([x, y]: Point): Point => [(x - square.x) * scale, (y - square.y) * scale];
  const [x, y] = moved([box.x, box.y]);
  const points = landmarks.map(moved) as readonly Point[] as FiveLandmarks;
  return {
    image: await cutOut(image, square, size, size),
    face: { box: { x, y, width: box.width * scale, height: box.height * scale }, landmarks: points },
  };
}

const within = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)));
