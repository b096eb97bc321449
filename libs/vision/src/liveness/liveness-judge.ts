import type { Box } from '../geometry.js';
import { packFilePath, type ModelPack } from '../packs/model-pack.js';
import type { MinifasnetStage } from '../packs/pack-manifest.js';
import { matrixOfBox } from '../pixels/crop-matrix.js';
import { CropSession } from '../pixels/crop-session.js';
import type { RgbImage } from '../rgb-image.js';
import { openSession, type ModelSession, type SessionOptions } from '../session.js';
import { surroundings, trainingBox } from './liveness-crop.js';

/** Which of a net's classes is a living face; the others are kinds of pictures of one. */
const LIVE_CLASS = 1;
const LEVELS = { channelOrder: 'bgr', mean: 0, std: 1 } as const;

/**
 * Brings what a net says of a face that fills its picture to the scale of the others, so that one threshold serves both: 0.2
 * there means what 0.5 means elsewhere (4 of 63 tight portraits and 5 of 8 tight pictures of screens and prints lie under it).
 */
const CLOSE_EXPONENT = Math.log(0.5) / Math.log(0.2);

/** One network of the ensemble, with what it looks at. */
interface Net {
  readonly stage: MinifasnetStage;
  readonly crops: CropSession;
  readonly session: ModelSession;
}

/**
 * Tells a living face from a picture of one, on a single frame: MiniFASNet of Silent-Face-Anti-Spoofing (minivision-ai,
 * Apache-2.0), each net looking at another surrounding of the face. It knows prints and screens of the kind that it was
 * trained on; it knows nothing of masks, and a good screen near a good camera may pass.
 */
export class LivenessJudge {
  private constructor(private readonly nets: readonly Net[]) {}

  /** Opens the nets of a pack; null where it has none. */
  static async open(pack: ModelPack, options: SessionOptions): Promise<LivenessJudge | null> {
    const nets = await Promise.all(pack.manifest.liveness.map((stage) => openNet(stage, pack, options)));
    return nets.length > 0 ? new LivenessJudge(nets) : null;
  }

  /** Milliseconds spent inside the networks since they were opened. */
  get inferenceMs(): number {
    return this.nets.reduce((sum, { session }) => sum + session.inferenceMs, 0);
  }

  /**
   * @param box of a face, in pixels of the image, as the detector gave it
   * @returns the mean over the nets of the probability that the face is alive, 0 to 1
   */
  async judge(image: RgbImage, box: Box): Promise<number> {
    let sum = 0;
    for (const net of this.nets) sum += await probability(net, image, trainingBox(box));
    return sum / this.nets.length;
  }

  async close(): Promise<void> {
    for (const { crops, session } of this.nets) {
      await session.close();
      await crops.close();
    }
  }
}

async function openNet(stage: MinifasnetStage, pack: ModelPack, options: SessionOptions): Promise<Net> {
  const square = { width: stage.inputSize, height: stage.inputSize, outside: 'edge' } as const;
  return {
    stage,
    crops: await CropSession.open(square, LEVELS, options),
    session: await openSession(packFilePath(pack, stage), options),
  };
}

async function probability({ stage, crops, session }: Net, image: RgbImage, box: Box): Promise<number> {
  const { part, close } = surroundings(box, stage.cropScale, image);
  const crop = await crops.cut(image, [matrixOfBox(part, stage.inputSize, stage.inputSize)]);
  const outputs = await session.run({ [session.inputNames[0] as string]: crop });
  const live = softmax(outputs[session.outputNames[0] as string]!.data as Float32Array)[LIVE_CLASS]!;
  return close ? live ** CLOSE_EXPONENT : live;
}

function softmax(logits: Float32Array): number[] {
  const most = Math.max(...logits);
  const powers = Array.from(logits, (logit) => Math.exp(logit - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
