import type { FiveLandmarks } from '../geometry.js';
import type { RgbImage } from '../rgb-image.js';

/** Turns faces into embeddings. Opened by a factory from a pack's files, closed explicitly, one caller at a time. */
export interface FaceEmbedder {
  /** Entries of one embedding. */
  readonly dimension: number;
  /** Milliseconds spent inside its network since it was opened. */
  readonly inferenceMs: number;
  /** Aligns each face by its landmarks and embeds it: one unit vector a face, in the order given. */
  embed(image: RgbImage, faces: readonly FiveLandmarks[]): Promise<Float32Array[]>;
  close(): Promise<void>;
}
