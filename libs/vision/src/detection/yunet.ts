import { packFilePath, type ModelPack } from '../packs/model-pack.js';
import { PackError } from '../packs/pack-error.js';
import type { YunetStage } from '../packs/pack-manifest.js';
import { LetterboxSession } from '../pixels/letterbox-session.js';
import { openSession, type SessionOptions } from '../session.js';
import { CanvasDetector } from './canvas-detector.js';
import type { FaceDetector } from './detector.js';
import { decodeYunet, YUNET_OUTPUTS } from './yunet-decoding.js';

/** The largest overlap of two faces, as OpenCV ships it. */
const OVERLAP_LIMIT = 0.3;
const LEVELS = { channelOrder: 'bgr', mean: 0, std: 1 } as const;

/**
 * YuNet (Wu et al., Machine Intelligence Research 2023) with five landmarks. Input `[1, 3, height, width]`, BGR, 0 to
 * 255; the published file takes 640 x 640 alone, in which the smaller looks lie at the top left.
 *
 * Opens the detector of a pack whose manifest says `"kind": "yunet"`.
 *
 * @throws {PackError} PACK_INVALID where the network has other outputs
 */
export async function openYunet(
  stage: YunetStage,
  pack: ModelPack,
  options: SessionOptions,
): Promise<FaceDetector> {
  const session = await openSession(packFilePath(pack, stage), options);
  const names = namedOutputs(session.outputNames);
  if (!names) {
    await session.close();
    throw new PackError(
      'PACK_INVALID',
      `${stage.file} is no YuNet of 2023 (${session.outputNames.length} outputs, not 12): use face_detection_yunet_2023mar.onnx of OpenCV's model zoo, or correct "kind" in pack.json.`,
    );
  }
  return new CanvasDetector(session, await LetterboxSession.open(LEVELS, options), {
    inputSizes: stage.inputSizes,
    outputNames: names,
    overlapLimit: OVERLAP_LIMIT,
    decode: (arrays, canvas) => decodeYunet(arrays, canvas, stage.scoreThreshold),
  });
}

/** The outputs in the order of `YUNET_OUTPUTS`: by their names, else by their place; null where they are others. */
function namedOutputs(names: readonly string[]): readonly string[] | null {
  if (YUNET_OUTPUTS.every((name) => names.includes(name))) return YUNET_OUTPUTS;
  return names.length === YUNET_OUTPUTS.length ? names : null;
}
