import type { FaceDetector } from '../detection/detector.js';
import { openScrfd } from '../detection/scrfd.js';
import { openSsdMobilenet } from '../detection/ssd-mobilenet.js';
import { openArcface } from '../embedding/arcface.js';
import type { FaceEmbedder } from '../embedding/embedder.js';
import { openFaceResnet } from '../embedding/face-resnet.js';
import type { SessionOptions } from '../session.js';
import type { ModelPack } from './model-pack.js';
import type { DetectorStage, RecognizerStage } from './pack-manifest.js';

type Opener<Stage, Opened> = (stage: Stage, pack: ModelPack, options: SessionOptions) => Promise<Opened>;
type Openers<Stage extends { kind: string }, Opened> = {
  readonly [Kind in Stage['kind']]: Opener<Extract<Stage, { kind: Kind }>, Opened>;
};

/** Extension point: one opener for each kind of detector in `pack-manifest.ts`. */
const DETECTORS: Openers<DetectorStage, FaceDetector> = {
  scrfd: openScrfd,
  'ssd-mobilenet': openSsdMobilenet,
};

/** Extension point: one opener for each kind of recogniser in `pack-manifest.ts`. */
const RECOGNIZERS: Openers<RecognizerStage, FaceEmbedder> = {
  arcface: openArcface,
  'face-resnet': openFaceResnet,
};

/** Opens the detector that the pack's manifest asks for. */
export function openDetector(pack: ModelPack, options: SessionOptions): Promise<FaceDetector> {
  const stage = pack.manifest.detector;
  return (DETECTORS[stage.kind] as Opener<DetectorStage, FaceDetector>)(stage, pack, options);
}

/** Opens the recogniser that the pack's manifest asks for. */
export function openEmbedder(pack: ModelPack, options: SessionOptions): Promise<FaceEmbedder> {
  const stage = pack.manifest.recognizer;
  return (RECOGNIZERS[stage.kind] as Opener<RecognizerStage, FaceEmbedder>)(stage, pack, options);
}
