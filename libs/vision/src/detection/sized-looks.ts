import type { RgbImage } from '../rgb-image.js';
import type { DetectedFace, WantedFaces } from './detector.js';
import { showsNearest } from './nearest-face.js';

/**
 * Looks at an image in several sizes, the smallest first, and no further once that shows the nearest face where only
 * that one is wanted.
 *
 * @param sides longer side of each look in pixels, in any order
 * @param lookAt what one look finds, in pixels of the image
 * @returns what all looks found, best score first, the same face several times
 */
export async function lookInSizes<Found extends Pick<DetectedFace, 'box' | 'score'>>(
  image: RgbImage,
  wanted: WantedFaces,
  sides: readonly number[],
  lookAt: (side: number) => Promise<readonly Found[]>,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const side of [...sides].sort((one, other) => one - other)) {
    found.push(...(await lookAt(side)));
    if (wanted === 'nearest' && showsNearest(found, image, side)) break;
  }
  return found.sort((one, other) => other.score - one.score);
}
