export * from './geometry.js';
export * from './face-reading.js';
export * from './rgb-image.js';
export * from './image-rejected.js';
export {
  cropToJpeg,
  decodeImage,
  rewriteAsPng,
  sampled,
  DEFAULT_IMAGE_LIMITS,
  drawSvg,
  encodeJpeg,
  encodePng,
  resizeImage,
  type ImageLimits,
} from './raster.js';
export type { FaceAttributes } from './attributes/face-attributes.js';
export type { WantedFaces } from './detection/detector.js';
export { APPEARANCE_LENGTH } from './appearance/appearance-graph.js';
export { appearanceVariants } from './appearance/appearance-variants.js';
export { portraitCopies } from './portrait/portrait-copies.js';
export { cutPortrait, portraitSquare, type FaceInPhoto, type Portrait } from './portrait/portrait-crop.js';
export { BUILT_IN_PAINTINGS, PAINTING_SIZE, type BuiltInPainting } from './paintings/built-in.js';
export { FaceEngine, type ReadOptions } from './face-engine.js';
export { FaceEnginePool, type PoolOptions } from './pool/face-engine-pool.js';
export { poolSizeHere } from './pool/pool-size.js';
export { EngineBusy, EngineClosed, EngineCrashed } from './pool/engine-errors.js';
export { quantizeDetector } from './quantization/quantize-detector.js';
export { shippedPack, shippedPackFolder } from './packs/open/shipped-pack.js';
export { PackError, type PackFault } from './packs/pack-error.js';
export { installedPack } from './packs/installed-pack.js';
export { loadPack, packFilePath, withLiveness, type ModelPack } from './packs/model-pack.js';
export { locateFile, namedFiles, verifiedFiles } from './packs/pack-files.js';
export {
  addOnManifestSchema,
  packManifestSchema,
  type AddOnManifest,
  type PackFile,
  type PackManifest,
} from './packs/pack-manifest.js';
export { GraphBuilder } from './graph/graph-builder.js';
export type { Value } from './graph/graph-writer.js';
export { PACK_NAME, packsIn, type PacksFolder } from './packs/packs-folder.js';
export { parsePackOrAddOn, readPackOrAddOn } from './packs/read-manifest.js';
export {
  recogniseNetwork,
  type NetworkRole,
  type RecognisedNetwork,
} from './packs/recognition/recognise-network.js';
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
export { frontalFaceSize, scoreQuality } from './quality/face-quality.js';
export { Stylizer, type PaintingWatch, type StylizerOptions } from './style/stylizer.js';
export { loadStyleNetwork, type PixelConvention, type StyleNetwork } from './style/style-network.js';
export { loadPresets, paintPreset, type PresetNetwork, type PresetOptions } from './style/presets.js';
export { Painting } from './style/painting.js';
export { RECIPES } from './style/recipe.js';
export { FeatureReader } from './style/style-loss.js';
export { toPlanar } from './style/planar-image.js';
export { LEAST_SIDE } from './style/painting-sizes.js';
export { layersUpTo, type Tap } from './style/vgg16.js';
export { Vgg16Weights } from './style/vgg16-weights.js';
export { StyleError, type StyleFault } from './style/style-error.js';
export { headerEnd, SafetensorsError } from './style/safetensors-header.js';
export type { ByteRange } from './style/safetensors-cut.js';
export { cutVgg16, type Vgg16Cut } from './style/vgg16-cut.js';
export { SPARING_FROM, STYLE_SIZES, type StyleOptions } from './style/style-options.js';
export type { RecipeName } from './style/recipe.js';
export type {
  PaintedPicture,
  PaintingProgress,
  PaintingRequest,
  Picture,
  StylePicture,
} from './style/painting-progress.js';
