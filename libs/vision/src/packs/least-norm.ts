import type { ModelPack } from './model-pack.js';

/**
 * By the sha256 of the recogniser's file: the length of its output below which a doubtful front view is no face; of faces
 * turned away `leastNormAt` asks less.
 *
 * arcface_mbf.onnx: of 8 animals and drawings among 36 that SCRFD 2.5G takes for faces, 7 lie under it, as do both dogs of a
 * group photo and a face seen in somebody's hair; of 442 front views 3 (which nobody would be recognised by), of 20 people
 * with masks 1, of 106 people in group photos and 125 profiles none.
 */
const LEAST_NORM: Readonly<Record<string, number>> = {
  f7550336add18ba176e60d9cce63a47b3435916e1113713981046198c70a740c: 7.5,
};

/** Null where nobody measured it. */
export const leastNorm = ({ manifest }: Pick<ModelPack, 'manifest'>): number | null =>
  LEAST_NORM[manifest.recognizer.sha256] ?? null;
