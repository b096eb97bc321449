import { frontalFaceSize, type ReadFace } from '@rollcall/vision';

type Quality = ReadFace['quality'];
export type QualityMeasure = keyof Quality;

/** How good a face is by each single measure: higher is better, so what should be small is taken negative. */
export const QUALITY_MEASURES: Readonly<Record<QualityMeasure, (quality: Quality) => number>> = {
  score: ({ score }) => score,
  sharpness: ({ sharpness }) => sharpness,
  brightness: ({ brightness }) => -Math.abs(brightness - 0.5),
  contrast: ({ contrast }) => contrast,
  faceSize: frontalFaceSize,
  yaw: ({ yaw }) => -Math.abs(yaw),
  pitch: ({ pitch }) => -Math.abs(pitch),
  roll: ({ roll }) => -Math.abs(roll),
  outside: ({ outside }) => -outside,
  crowding: ({ crowding }) => -crowding,
};

export const MEASURE_NAMES = Object.keys(QUALITY_MEASURES) as readonly QualityMeasure[];
