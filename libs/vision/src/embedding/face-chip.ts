import { estimateSimilarity } from '../alignment/similarity-transform.js';
import type { FiveLandmarks, Point } from '../geometry.js';
import { matrixOf } from '../pixels/crop-matrix.js';
import { CropSession } from '../pixels/crop-session.js';
import type { RgbImage } from '../rgb-image.js';
import type { SessionOptions } from '../session.js';

/** Pixels of the image, a side, that one bilinear sample takes in. */
const PIXELS_PER_SAMPLE = 2;

/** Samples a side for one pixel of the crop: more would cost tens of milliseconds on photos with very large faces. */
const MOST_SAMPLES = 4;

/**
 * Aligned faces without the aliasing of a large face drawn small: where the crop has fewer pixels than the face it is
 * drawn several times as large and each square of pixels averaged.
 */
export class FaceChips {
  private constructor(
    private readonly template: FiveLandmarks,
    /** By the samples a side, from one on. */
    private readonly sessions: readonly CropSession[],
  ) {}

  /** @param template landmark positions in pixels of the `side` x `side` crop */
  static async open(template: FiveLandmarks, side: number, options: SessionOptions): Promise<FaceChips> {
    const crop = { width: side, height: side, outside: 'black' } as const;
    const counts = Array.from({ length: MOST_SAMPLES }, (_, i) => i + 1);
    const open = (samples: number) => CropSession.open({ ...crop, samples }, 'bytes', options);
    return new FaceChips(template, await Promise.all(counts.map(open)));
  }

  /** @returns `side * side * 3` bytes, row by row, RGB */
  async cut(image: RgbImage, landmarks: FiveLandmarks): Promise<Uint8Array> {
    const samples = samplesFor(landmarks, this.template);
    const enlarge = ([x, y]: Point): Point => [(x + 0.5) * samples - 0.5, (y + 0.5) * samples - 0.5];
    const matrix = matrixOf(estimateSimilarity(landmarks, this.template.map(enlarge)));
    return (await this.sessions[samples - 1]!.cut(image, [matrix])).data as Uint8Array;
  }

  async close(): Promise<void> {
    for (const session of this.sessions) await session.close();
  }
}

/** How many samples a side make one pixel of a crop on the template. */
export function samplesFor(landmarks: FiveLandmarks, template: FiveLandmarks): number {
  const { a, b } = estimateSimilarity(landmarks, template);
  const needed = Math.round(1 / (Math.hypot(a, b) * PIXELS_PER_SAMPLE));
  return Math.min(MOST_SAMPLES, Math.max(1, needed));
}
