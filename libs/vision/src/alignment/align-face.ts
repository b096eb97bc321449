import type { FiveLandmarks } from '../geometry.js';
import type { RgbImage } from '../rgb-image.js';
import { estimateSimilarity } from './similarity-transform.js';
import { warpImage } from './warp.js';

/** Side of the square that ArcFace recognisers are trained on, in pixels. */
export const ARCFACE_SIZE = 112;

/** Where ArcFace's training data has the five landmarks, in pixels of the 112x112 crop (insightface, `face_align.py`). */
export const ARCFACE_TEMPLATE: FiveLandmarks = [
  [38.2946, 51.6963],
  [73.5318, 51.5014],
  [56.0252, 71.7366],
  [41.5493, 92.3655],
  [70.7299, 92.2041],
];

/**
 * The face turned, scaled and moved so that its landmarks lie on the template: insightface's `norm_crop` when called
 * with the defaults. Black where the crop reaches outside the image.
 *
 * @param template landmark positions in pixels of the `size` x `size` crop
 */
export function alignFace(
  image: RgbImage,
  landmarks: FiveLandmarks,
  template: FiveLandmarks = ARCFACE_TEMPLATE,
  size: number = ARCFACE_SIZE,
): RgbImage {
  return warpImage(image, estimateSimilarity(landmarks, template), size, size);
}
