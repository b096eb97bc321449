export { TemplateRotation } from './rotation/template-rotation.js';
export {
  BITS_FROM,
  shardCount,
  SketchPool,
  SURE,
  type SearchOptions,
  type SketchPoolOptions,
} from './sketch/sketch-pool.js';
export type { SketchAnswer } from './sketch/sketch-answer.js';
export { MOST_PEOPLE, type SketchedPerson } from './sketch/sketch.js';
export { NotUnitVector, SketchBroken, SketchClosed, SketchFull } from './sketch/sketch-errors.js';
export type { TemplateBatch } from './sketch/template-batch.js';
export { errorCurve, type ErrorRates } from './calibration/error-curve.js';
export { scoreHistogram, type ScoreHistogram } from './calibration/histogram.js';
export {
  effectiveComparisons,
  fmrFor,
  fpirAt,
  fpirFrom,
  thresholdFor,
  type ImpostorTail,
  type TailPoint,
} from './calibration/impostor-tail.js';
export { isAbove, LEAST_PEOPLE, ownBounds, type OwnCount } from './calibration/own-rate.js';
export {
  suggestThreshold,
  type SuggestedThreshold,
  type ThresholdQuestion,
} from './calibration/suggested-threshold.js';
