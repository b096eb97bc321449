import { packFilePath, type ModelPack } from '../packs/model-pack.js';
import { PackError } from '../packs/pack-error.js';
import type { ScrfdStage } from '../packs/pack-manifest.js';
import { LetterboxSession } from '../pixels/letterbox-session.js';
import type { SessionOptions } from '../session.js';
import { CanvasDetector } from './canvas-detector.js';
import type { FaceDetector } from './detector.js';
import { openFaster } from './faster-session.js';
import { decodeScrfd } from './scrfd-decoding.js';

/** Least score of a face and the largest overlap of two, as insightface ships them. */
const SCORE_THRESHOLD = 0.5;
const OVERLAP_LIMIT = 0.4;
/** A frame of a kiosk as the smaller look sees it. */
const PROBE = { data: new Float32Array(3 * 256 * 320), dims: [1, 3, 256, 320] };
/** Scores, boxes and landmarks for each of three strides. */
const OUTPUTS = 9;
/** The same without landmarks. */
const OUTPUTS_WITHOUT_LANDMARKS = 6;

/**
 * SCRFD (Guo et al., arXiv:2105.04714) with five landmarks. Input `[1, 3, height, width]`, RGB, (x - mean) / std.
 *
 * It looks at the image in several sizes, because a face that fills more than about 60 % of a 640 canvas is larger
 * than its largest anchors and is missed there, while 320 finds it (0 and 40 of 40 tight crops). Where both see a face
 * the better score wins: on 68 such sample photos that gave the embeddings closest to the same person's others.
 *
 * Opens the detector of a pack whose manifest says `"kind": "scrfd"`.
 *
 * @throws {PackError} PACK_INVALID where the network finds no landmarks, or has other outputs
 */
export async function openScrfd(
  stage: ScrfdStage,
  pack: ModelPack,
  options: SessionOptions,
): Promise<FaceDetector> {
  const files = [stage, ...(stage.int8 ? [stage.int8] : [])].map((file) => packFilePath(pack, file));
  const session = await openFaster(files, PROBE, options);
  const count = session.outputNames.length;
  if (count !== OUTPUTS) {
    await session.close();
    throw new PackError('PACK_INVALID', refusal(stage.file, count));
  }
  const { mean, std } = stage;
  const letterbox = await LetterboxSession.open({ channelOrder: 'rgb', mean, std }, options);
  return new CanvasDetector(session, letterbox, {
    inputSizes: stage.inputSizes,
    outputNames: session.outputNames,
    overlapLimit: OVERLAP_LIMIT,
    decode: (arrays, canvas) => decodeScrfd(arrays, canvas, SCORE_THRESHOLD),
  });
}

const refusal = (file: string, outputs: number) =>
  outputs === OUTPUTS_WITHOUT_LANDMARKS
    ? `${file} is an SCRFD without landmarks, which faces are aligned by: use one with them (its name ends in "kps", or det_10g.onnx and det_500m.onnx).`
    : `${file} is no SCRFD (${outputs} outputs, not ${OUTPUTS}): use one with landmarks, or correct "kind" in pack.json.`;
