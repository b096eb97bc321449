import type { Box, FiveLandmarks } from '../geometry.js';
import type { RgbImage } from '../rgb-image.js';

/** One face that a detector found. */
export interface DetectedFace {
  /** Pixels of the image that was given; fractional, and may reach past its edges where a face is cut off. */
  readonly box: Box;
  /** Confidence, 0 to 1. */
  readonly score: number;
  readonly landmarks: FiveLandmarks;
}

/** Which faces are looked for: every one, or whoever is nearest to the camera. */
export type WantedFaces = 'all' | 'nearest';

/** Finds faces. Opened by a factory from a pack's files, closed explicitly, used by one caller at a time. */
export interface FaceDetector {
  /** Milliseconds spent inside its networks since it was opened. */
  readonly inferenceMs: number;
  /**
   * Faces above the detector's threshold, in any order; none when there is no face. Where only the nearest is wanted, small
   * ones beside it may be missing.
   */
  detect(image: RgbImage, wanted: WantedFaces): Promise<DetectedFace[]>;
  close(): Promise<void>;
}
