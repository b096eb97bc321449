export * from './geometry.js';
export * from './face-reading.js';
export * from './rgb-image.js';
export * from './image-rejected.js';
export { decodeImage, DEFAULT_IMAGE_LIMITS, type ImageLimits } from './raster.js';
export { PackError, type PackFault } from './packs/pack-error.js';
export type { ModelPack } from './packs/model-pack.js';
