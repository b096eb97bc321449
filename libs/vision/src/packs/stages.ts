import type { FaceDescriber } from '../attributes/face-attributes.js';
import { openGenderAge } from '../attributes/gender-age.js';
import { openLandmarks106 } from '../attributes/landmarks106.js';
import { openLandmarks3d68 } from '../attributes/landmarks3d68.js';
import type { FaceDetector } from '../detection/detector.js';
import { openScrfd } from '../detection/scrfd.js';
import { openSsdMobilenet } from '../detection/ssd-mobilenet.js';
import { openYunet } from '../detection/yunet.js';
import { openArcface } from '../embedding/arcface.js';
import type { FaceEmbedder } from '../embedding/embedder.js';
import { openFaceResnet } from '../embedding/face-resnet.js';
import { LivenessJudge } from '../liveness/liveness-judge.js';
import type { SessionOptions } from '../session.js';
import type { ModelPack } from './model-pack.js';
import type { AttributeStage, DetectorStage, RecognizerStage } from './pack-manifest.js';

type Opener<Stage, Opened> = (stage: Stage, pack: ModelPack, options: SessionOptions) => Promise<Opened>;
type Openers<Stage extends { kind: string }, Opened> = {
  readonly [Kind in Stage['kind']]: Opener<Extract<Stage, { kind: Kind }>, Opened>;
};

/** Extension point: one opener for each kind of detector in `pack-manifest.ts`. */
const DETECTORS: Openers<DetectorStage, FaceDetector> = {
  scrfd: openScrfd,
  'ssd-mobilenet': openSsdMobilenet,
  yunet: openYunet,
};

/** Extension point: one opener for each kind of recogniser in `pack-manifest.ts`. */
const RECOGNIZERS: Openers<RecognizerStage, FaceEmbedder> = {
  arcface: openArcface,
  'face-resnet': openFaceResnet,
};

/** Extension point: one opener for each kind of attribute network in `pack-manifest.ts`. */
const DESCRIBERS: Openers<AttributeStage, FaceDescriber> = {
  'landmarks-106': openLandmarks106,
  'landmarks-3d-68': openLandmarks3d68,
  'gender-age': openGenderAge,
};

/** The opened networks of a pack. */
export interface PackStages {
  readonly detector: FaceDetector;
  readonly embedder: FaceEmbedder;
  /** Null where the pack cannot tell a living face from a picture. */
  readonly liveness: LivenessJudge | null;
  readonly describers: readonly FaceDescriber[];
}

/** Opens every network that the pack's manifest names; closes those that are open where one cannot be opened. */
export async function openStages(pack: ModelPack, options: SessionOptions): Promise<PackStages> {
  const open: { close(): Promise<void> }[] = [];
  const opened = async <Stage extends { close(): Promise<void> } | null>(stage: Promise<Stage>) => {
    const there = await stage;
    if (there) open.push(there);
    return there;
  };
  try {
    const describers: FaceDescriber[] = [];
    for (const stage of pack.manifest.attributes)
      describers.push(await opened(openDescriber(stage, pack, options)));
    return {
      describers,
      detector: await opened(openDetector(pack, options)),
      embedder: await opened(openEmbedder(pack, options)),
      liveness: await opened(LivenessJudge.open(pack, options)),
    };
  } catch (error) {
    for (const stage of open) await stage.close();
    throw error;
  }
}

function openDetector(pack: ModelPack, options: SessionOptions): Promise<FaceDetector> {
  const stage = pack.manifest.detector;
  return (DETECTORS[stage.kind] as Opener<DetectorStage, FaceDetector>)(stage, pack, options);
}

function openEmbedder(pack: ModelPack, options: SessionOptions): Promise<FaceEmbedder> {
  const stage = pack.manifest.recognizer;
  return (RECOGNIZERS[stage.kind] as Opener<RecognizerStage, FaceEmbedder>)(stage, pack, options);
}

function openDescriber(
  stage: AttributeStage,
  pack: ModelPack,
  options: SessionOptions,
): Promise<FaceDescriber> {
  return (DESCRIBERS[stage.kind] as Opener<AttributeStage, FaceDescriber>)(stage, pack, options);
}
