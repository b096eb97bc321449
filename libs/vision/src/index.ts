export * from './geometry.js';
export * from './face-reading.js';
export * from './rgb-image.js';
export * from './image-rejected.js';
export { cropToJpeg, decodeImage, DEFAULT_IMAGE_LIMITS, type ImageLimits } from './raster.js';
export { FaceEngine, type ReadOptions } from './face-engine.js';
export { FaceEnginePool, poolSize, type PoolOptions } from './pool/face-engine-pool.js';
export { EngineBusy, EngineClosed, EngineCrashed } from './pool/engine-errors.js';
export { shippedPack } from './packs/open/shipped-pack.js';
export { PackError, type PackFault } from './packs/pack-error.js';
export { installedPack } from './packs/installed-pack.js';
export { loadPack, type ModelPack } from './packs/model-pack.js';
export type { PackManifest } from './packs/pack-manifest.js';
export {
  recommendedOperatingPoint,
  type ImpostorTailPoint,
  type OperatingPoint,
} from './packs/operating-point.js';
export {
  CHECK_IN_LIMITS,
  ENROLLMENT_LIMITS,
  judgeQuality,
  type QualityLimits,
  type QualityReason,
} from './quality/judge-quality.js';
