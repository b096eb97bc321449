import { packFilePath, type ModelPack } from '../packs/model-pack.js';
import { PackError } from '../packs/pack-error.js';
import type { YunetStage } from '../packs/pack-manifest.js';
import { LetterboxSession } from '../pixels/letterbox-session.js';
import type { RgbImage } from '../rgb-image.js';
import { openSession, type ModelSession, type SessionOptions } from '../session.js';
import { DetectorCanvas } from './detector-canvas.js';
import type { DetectedFace, FaceDetector, WantedFaces } from './detector.js';
import { suppress } from './nms.js';
import { lookInSizes } from './sized-looks.js';
import { decodeYunet, YUNET_OUTPUTS } from './yunet-decoding.js';

/** The largest overlap of two faces, as OpenCV ships it. */
const OVERLAP_LIMIT = 0.3;
const LEVELS = { channelOrder: 'bgr', mean: 0, std: 1 } as const;

/**
 * YuNet (Wu et al., Machine Intelligence Research 2023) with five landmarks. Input `[1, 3, height, width]`, BGR, 0 to
 * 255; the published file takes 640 x 640 alone, in which the smaller looks lie at the top left.
 */
class YunetDetector implements FaceDetector {
  private readonly canvas: DetectorCanvas;

  constructor(
    private readonly session: ModelSession,
    private readonly outputNames: readonly string[],
    private readonly letterbox: LetterboxSession,
    private readonly stage: YunetStage,
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
    const arrays = this.outputNames.map((name) => outputs[name]?.data as Float32Array | undefined);
    return decodeYunet(arrays, canvas, this.stage.scoreThreshold);
  }
}

/**
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
  return new YunetDetector(session, names, await LetterboxSession.open(LEVELS, options), stage);
}

/** The outputs in the order of `YUNET_OUTPUTS`: by their names, else by their place; null where they are others. */
function namedOutputs(names: readonly string[]): readonly string[] | null {
  if (YUNET_OUTPUTS.every((name) => names.includes(name))) return YUNET_OUTPUTS;
  return names.length === YUNET_OUTPUTS.length ? names : null;
}
