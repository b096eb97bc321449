import type { ModelPack } from './model-pack.js';

/** From which cosine on two embeddings of a recogniser are taken for one person, and what that rests on. */
export interface OperatingPoint {
  /** Least cosine of a match, for a search among tens to hundreds of people. */
  readonly threshold: number;
  /** False where the threshold is a guess: the operator should calibrate on the own gallery before relying on it. */
  readonly measured: boolean;
  /** The data and the error rates behind the threshold, in words. */
  readonly basis: string;
}

/** Operating points by the sha256 of the recogniser's file. */
const MEASURED: Readonly<Record<string, OperatingPoint>> = {
  // arcface_mbf.onnx: MobileFaceNet, ArcFace loss, MS1M, 128-d
  f7550336add18ba176e60d9cce63a47b3435916e1113713981046198c70a740c: {
    threshold: 0.42,
    measured: true,
    basis:
      'Over 9.2 million impostor pairs of 4,281 people FMR is 1e-4 at 0.389 (TAR 97.93 %) and 1e-5 at 0.455 (TAR ' +
      '95.38 %); 0.42 lies between, interpolated 3e-5: about 1 % of strangers in a gallery of 300 photos. ' +
      'Open set with 780 people, one photo each: FPIR 10 % at 0.381 (FNIR 2.7 %), 1 % at 0.445 (FNIR 5.0 %).',
  },
};

/** Strict for every ArcFace-like recogniser that was looked at, so that an unmeasured one turns away, not lets in. */
const FALLBACK: OperatingPoint = {
  threshold: 0.5,
  measured: false,
  basis: 'Nobody measured this recogniser; 0.5 is a cautious guess. Calibrate it on your own gallery.',
};

/** The recommended threshold for a pack's recogniser; a cautious guess for one that nobody measured. */
export function recommendedOperatingPoint({ manifest }: Pick<ModelPack, 'manifest'>): OperatingPoint {
  return MEASURED[manifest.recognizer.sha256] ?? FALLBACK;
}
