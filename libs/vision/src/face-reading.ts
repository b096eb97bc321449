import type { FaceAttributes } from './attributes/face-attributes.js';
import type { Box, FiveLandmarks } from './geometry.js';

/** Measures of one face; each is explained beside the code that computes it in `quality/`. */
export interface FaceQuality {
  /** One number for the whole, 0 (useless) to 1 (ideal). */
  readonly score: number;
  /** 0 (blurred) to 1 (crisp), measured on the aligned face. */
  readonly sharpness: number;
  /** Mean luma of the aligned face, 0 (black) to 1 (white). */
  readonly brightness: number;
  /** RMS contrast of the aligned face, 0 (one flat level) to 1 (half black, half white). */
  readonly contrast: number;
  /** Distance between the eyes in pixels of the upright image. */
  readonly faceSize: number;
  /** Degrees; positive when the face turns towards the viewer's right. */
  readonly yaw: number;
  /** Degrees; positive when the face looks up. */
  readonly pitch: number;
  /** Degrees; positive when the head leans clockwise as the viewer sees it. */
  readonly roll: number;
  /** Share of the box's area that lies outside the image, 0 to 1: the face is cut off by the frame's edge. */
  readonly outside: number;
  /** How much another face crowds this one, 0 (nobody near) to 1 (one as large touches it). */
  readonly crowding: number;
}

/** One face as the pipeline read it. Coordinates are pixels of the upright (EXIF-applied) image. */
export interface ReadFace {
  readonly box: Box;
  /** Confidence of the detector, 0 to 1. */
  readonly score: number;
  readonly landmarks: FiveLandmarks;
  readonly quality: FaceQuality;
  /** How the picture of the face looks, to know the picture again: see `describeAppearance`. */
  readonly appearance: Float32Array;
  /** Unit vector with as many entries as the pack's recogniser has dimensions; null where none was asked for. */
  readonly embedding: Float32Array | null;
  /** How probable it is that the face is alive, 0 to 1; null where it was not asked, or the pack cannot tell. */
  readonly liveness: number | null;
  /** What the pack's attribute networks say; null where they were not asked. */
  readonly attributes: FaceAttributes | null;
}

/** Wall-clock milliseconds of each stage of one reading; `inference` is the plain sum of the network runs inside. */
export interface StageTimings {
  readonly decode: number;
  readonly detect: number;
  readonly liveness: number;
  readonly quality: number;
  readonly embed: number;
  readonly total: number;
  readonly inference: number;
}

/** What the pipeline read from one image. */
export interface FaceReading {
  /** Size of the upright image in pixels. */
  readonly width: number;
  readonly height: number;
  /** Faces by the area of their box, largest first. */
  readonly faces: readonly ReadFace[];
  readonly timings: StageTimings;
}

/** Which faces of an image a stage is for. */
export type ChosenFaces = 'all' | 'largest' | 'none';
