import type { Point } from '../geometry.js';
import type { DetectedFace } from '../detection/detector.js';
import type { RgbImage } from '../rgb-image.js';

/** What attribute networks say of a face. They describe; nothing is decided by them. */
export interface FaceAttributes {
  /** Contours in the order of InsightFace's `2d106det`, in pixels of the image. */
  readonly landmarks106?: readonly Point[];
  /**
   * iBUG's 68 points, x and y in pixels of the image, z in pixels as well: from a plane of the network's own, with its own
   * sign (the mean shape that goes with it grows towards the viewer). Depths of one face may be compared, nothing more.
   */
  readonly landmarks68?: readonly (readonly [x: number, y: number, z: number])[];
  /** Degrees, with the signs of `FaceQuality`. */
  readonly pose?: { readonly yaw: number; readonly pitch: number; readonly roll: number };
  /** As the network guesses from looks. */
  readonly gender?: 'female' | 'male';
  /** Years, as the network guesses from looks. */
  readonly age?: number;
}

/** One attribute network. Opened by a factory from a pack's files, closed explicitly, one caller at a time. */
export interface FaceDescriber {
  /** Milliseconds spent inside its network since it was opened. */
  readonly inferenceMs: number;
  describe(image: RgbImage, face: DetectedFace): Promise<FaceAttributes>;
  close(): Promise<void>;
}
