import { landmarks68Graph } from '../packs/open/landmarks68-graph.js';
import { readWeights } from '../packs/open/network-weights.js';
import { ssdMobilenetGraph } from '../packs/open/ssd-mobilenet-graph.js';
import type { Box } from '../geometry.js';
import type { ModelPack } from '../packs/model-pack.js';
import type { SsdMobilenetStage } from '../packs/pack-manifest.js';
import { LetterboxSession } from '../pixels/letterbox-session.js';
import { PLAIN_LEVELS } from '../pixels/network-scale.js';
import type { RgbImage } from '../rgb-image.js';
import { openSession, type ModelSession, type SessionOptions } from '../session.js';
import type { DetectedFace, FaceDetector, WantedFaces } from './detector.js';
import { Landmarks68 } from './landmarks68.js';
import { fitLetterbox, type Letterbox } from './letterbox.js';
import { suppress } from './nms.js';
import { lookInSizes } from './sized-looks.js';
import { decodePrior, priorAt } from './ssd-priors.js';

const OVERLAP_LIMIT = 0.4;
/** Canvas sides are multiples of the stride of the second feature map; the coarser ones round up. */
const SIDE_MULTIPLE = 32;

type Candidate = Pick<DetectedFace, 'box' | 'score'>;

/**
 * SSD with MobileNetV1, then the 68-point network on each box.
 *
 * It looks at the image in several sizes. The network was trained at 512, yet of 378 tight frontal crops 29 are
 * missed there (score under 0.5) and none at 256, which in turn is too coarse for faces under about 40 of its pixels.
 */
class SsdMobilenetDetector implements FaceDetector {
  constructor(
    private readonly session: ModelSession,
    private readonly letterbox: LetterboxSession,
    private readonly landmarks: Landmarks68,
    private readonly stage: SsdMobilenetStage,
  ) {}

  get inferenceMs(): number {
    return this.session.inferenceMs + this.landmarks.inferenceMs;
  }

  async detect(image: RgbImage, wanted: WantedFaces): Promise<DetectedFace[]> {
    const lookAt = (side: number) => this.detectAt(image, side);
    const found = await lookInSizes(image, wanted, this.stage.inputSizes, lookAt);
    const ranked = suppress(found, OVERLAP_LIMIT);
    const located = await this.landmarks.locate(
      image,
      ranked.map(({ box }) => box),
    );
    return ranked.flatMap((candidate, index) => {
      const landmarks = located[index];
      return landmarks ? [{ ...candidate, landmarks }] : [];
    });
  }

  async close(): Promise<void> {
    await this.session.close();
    await this.letterbox.close();
    await this.landmarks.close();
  }

  private async detectAt(image: RgbImage, side: number): Promise<Candidate[]> {
    const canvas = fitLetterbox(image, side, SIDE_MULTIPLE);
    const outputs = await this.session.run({ image: await this.letterbox.fit(image, canvas) });
    const [encodings, scores] = [
      outputs.encodings?.data as Float32Array,
      outputs.scores?.data as Float32Array,
    ];
    return decode(encodings, scores, canvas, this.stage.scoreThreshold);
  }
}

/** Boxes of at least `threshold`, in pixels of the image. */
function decode(
  encodings: Float32Array,
  scores: Float32Array,
  { width, height, scale }: Letterbox,
  threshold: number,
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [row, score] of scores.entries()) {
    if (!(score >= threshold)) continue;
    const box = decodePrior(priorAt(row, width, height), encodings, row);
    candidates.push({ box: shrink(box, scale), score });
  }
  return candidates;
}

/** From canvas pixels to image pixels. */
function shrink({ x, y, width, height }: Box, scale: number): Box {
  return { x: x / scale, y: y / scale, width: width / scale, height: height / scale };
}

/** Opens the detector of a pack whose manifest says `"kind": "ssd-mobilenet"`; its graphs are written in memory. */
export async function openSsdMobilenet(
  stage: SsdMobilenetStage,
  pack: ModelPack,
  options: SessionOptions,
): Promise<FaceDetector> {
  const session = await openSession(ssdMobilenetGraph(await readWeights(pack, stage)), options);
  const points = landmarks68Graph(await readWeights(pack, stage.landmarks));
  const letterbox = await LetterboxSession.open(PLAIN_LEVELS, options);
  const landmarks = await Landmarks68.open(points, options);
  return new SsdMobilenetDetector(session, letterbox, landmarks, stage);
}
