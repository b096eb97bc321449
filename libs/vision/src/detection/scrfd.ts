import { packFilePath, type ModelPack } from '../packs/model-pack.js';
import { PackError } from '../packs/pack-error.js';
import type { ScrfdStage } from '../packs/pack-manifest.js';
import { LetterboxSession } from '../pixels/letterbox-session.js';
import type { RgbImage } from '../rgb-image.js';
import { openSession, type ModelSession, type SessionOptions } from '../session.js';
import { DetectorCanvas } from './detector-canvas.js';
import type { DetectedFace, FaceDetector, WantedFaces } from './detector.js';
import { suppress } from './nms.js';
import { decodeScrfd } from './scrfd-decoding.js';
import { lookInSizes } from './sized-looks.js';

/** Least score of a face and the largest overlap of two, as insightface ships them. */
const SCORE_THRESHOLD = 0.5;
const OVERLAP_LIMIT = 0.4;
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
 */
class ScrfdDetector implements FaceDetector {
  private readonly canvas: DetectorCanvas;

  constructor(
    private readonly session: ModelSession,
    private readonly letterbox: LetterboxSession,
    stage: ScrfdStage,
  ) {
    this.canvas = new DetectorCanvas(session.inputShapes[0] ?? [], stage.inputSizes);
  }

  get inferenceMs(): number {
    return this.session.inferenceMs;
  }

  async detect(image: RgbImage, wanted: WantedFaces): Promise<DetectedFace[]> {
    const lookAt = (side: number) => this.detectAt(image, side);
    return suppress(await lookInSizes(image, wanted, this.canvas.sides, lookAt), OVERLAP_LIMIT);
  }

  async close(): Promise<void> {
    await this.session.close();
    await this.letterbox.close();
  }

  private async detectAt(image: RgbImage, side: number): Promise<DetectedFace[]> {
    const canvas = this.canvas.fit(image, side);
    const input = this.session.inputNames[0] as string;
    const outputs = await this.session.run({ [input]: await this.letterbox.fit(image, canvas) });
    const arrays = this.session.outputNames.map((name) => outputs[name]?.data as Float32Array);
    return decodeScrfd(arrays, canvas, SCORE_THRESHOLD);
  }
}

/**
 * Opens the detector of a pack whose manifest says `"kind": "scrfd"`.
 *
 * @throws {PackError} PACK_INVALID where the network finds no landmarks, or has other outputs
 */
export async function openScrfd(
  stage: ScrfdStage,
  pack: ModelPack,
  options: SessionOptions,
): Promise<FaceDetector> {
  const session = await openSession(packFilePath(pack, stage), options);
  const count = session.outputNames.length;
  if (count !== OUTPUTS) {
    await session.close();
    throw new PackError('PACK_INVALID', refusal(stage.file, count));
  }
  const { mean, std } = stage;
  return new ScrfdDetector(
    session,
    await LetterboxSession.open({ channelOrder: 'rgb', mean, std }, options),
    stage,
  );
}

const refusal = (file: string, outputs: number) =>
  outputs === OUTPUTS_WITHOUT_LANDMARKS
    ? `${file} is an SCRFD without landmarks, which faces are aligned by: use one with them (its name ends in "kps", or det_10g.onnx and det_500m.onnx).`
    : `${file} is no SCRFD (${outputs} outputs, not ${OUTPUTS}): use one with landmarks, or correct "kind" in pack.json.`;
