import type { FiveLandmarks } from '../geometry.js';
import type { NetworkScale } from '../pixels/network-scale.js';
import type { RgbImage } from '../rgb-image.js';
import type { NumberTensor } from '../session.js';
import type { Embedded } from './embedded.js';

/** Some faces of an image. */
export interface FacesToEmbed {
  readonly image: RgbImage;
  readonly landmarks: readonly FiveLandmarks[];
  /** float32 [faces, 3, 112, 112]: the same faces on the ArcFace template, in the recogniser's scale. */
  readonly aligned: NumberTensor<Float32Array>;
}

/** Turns faces into embeddings. Opened by a factory from a pack's files, closed explicitly, one caller at a time. */
export interface FaceEmbedder {
  /** Entries of one embedding. */
  readonly dimension: number;
  /** Milliseconds spent inside its network since it was opened. */
  readonly inferenceMs: number;
  /** In which scale it wants faces that are aligned on the ArcFace template. */
  readonly scale: NetworkScale;
  /** One for each face, in the order given. */
  embed(faces: FacesToEmbed): Promise<Embedded[]>;
  close(): Promise<void>;
}
