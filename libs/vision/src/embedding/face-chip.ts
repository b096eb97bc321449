import { alignFace } from '../alignment/align-face.js';
import { estimateSimilarity } from '../alignment/similarity-transform.js';
import type { FiveLandmarks, Point } from '../geometry.js';
import type { RgbImage } from '../rgb-image.js';

/** Pixels of the image, a side, that one bilinear sample takes in. */
const PIXELS_PER_SAMPLE = 2;

/** Samples a side for one pixel of the crop: more would cost tens of milliseconds on photos with very large faces. */
const MOST_SAMPLES = 4;

/**
 * The aligned face as `alignFace` gives it, without the aliasing of a large face drawn small: where the crop has fewer
 * pixels than the face it is drawn several times as large and each square of pixels averaged.
 *
 * @param template landmark positions in pixels of the `size` x `size` crop
 */
export function faceChip(
  image: RgbImage,
  landmarks: FiveLandmarks,
  template: FiveLandmarks,
  size: number,
): RgbImage {
  const { a, b } = estimateSimilarity(landmarks, template);
  const needed = Math.round(1 / (Math.hypot(a, b) * PIXELS_PER_SAMPLE));
  const samples = Math.min(MOST_SAMPLES, Math.max(1, needed));
  if (samples === 1) return alignFace(image, landmarks, template, size);
  const enlarge = ([x, y]: Point): Point => [(x + 0.5) * samples - 0.5, (y + 0.5) * samples - 0.5];
  const enlarged = template.map(enlarge) as unknown as FiveLandmarks;
  return averageDown(alignFace(image, landmarks, enlarged, size * samples), samples);
}

function averageDown({ width, data }: RgbImage, samples: number): RgbImage {
  const size = width / samples;
  const sums = new Uint32Array(size * size * 3);
  for (let row = 0, source = 0; row < width; row++) {
    const target = Math.trunc(row / samples) * size * 3;
    for (let column = 0; column < width; column++, source += 3) {
      const at = target + Math.trunc(column / samples) * 3;
      for (let channel = 0; channel < 3; channel++) sums[at + channel]! += data[source + channel] as number;
    }
  }
  return { width: size, height: size, data: Uint8Array.from(sums, (sum) => sum / samples ** 2 + 0.5) };
}
