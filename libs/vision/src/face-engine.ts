import { alignFace } from './alignment/align-face.js';
import { describeAppearance } from './appearance/appearance.js';
import type { DetectedFace, FaceDetector } from './detection/detector.js';
import type { FaceEmbedder } from './embedding/embedder.js';
import type { EmbedFaces, FaceReading, ReadFace } from './face-reading.js';
import type { ModelPack } from './packs/model-pack.js';
import { openDetector, openEmbedder } from './packs/stages.js';
import { measureQuality } from './quality/face-quality.js';
import { decodeImage, type ImageLimits } from './raster.js';
import type { RgbImage } from './rgb-image.js';
import type { SessionOptions } from './session.js';

/** How one image is read. */
export interface ReadOptions {
  /** Which faces get an embedding; `all` when left out. */
  readonly embed?: EmbedFaces;
  /** Bounds of the image; `DEFAULT_IMAGE_LIMITS` when left out. */
  readonly limits?: ImageLimits;
}

/**
 * From the bytes of one image to its faces: decode, detect, measure, embed. One reading at a time; the networks block
 * the thread they run on, so a server uses `FaceEnginePool`, which has the same `read` and `close`.
 */
export class FaceEngine {
  private constructor(
    private readonly detector: FaceDetector,
    private readonly embedder: FaceEmbedder,
  ) {}

  /** Opens the networks of a pack that `loadPack` has verified. */
  static async open(pack: ModelPack, options: SessionOptions = {}): Promise<FaceEngine> {
    const detector = await openDetector(pack, options);
    try {
      return new FaceEngine(detector, await openEmbedder(pack, options));
    } catch (error) {
      await detector.close();
      throw error;
    }
  }

  /**
   * Reads a JPEG, PNG or WebP.
   *
   * @throws {ImageRejected} when the image cannot be taken; an image without a face is a reading without faces
   */
  async read(bytes: Uint8Array, options: ReadOptions = {}): Promise<FaceReading> {
    const inferenceBefore = this.inferenceMs;
    const stages = new StageClock();
    const image = await stages.time('decode', () => decodeImage(bytes, options.limits));
    const detected = await stages.time('detect', async () => byArea(await this.detector.detect(image)));
    const known = chosen(detected.length, options.embed ?? 'all');
    const looks = await stages.time('quality', () =>
      detected.map(({ landmarks }, index) => {
        const aligned = alignFace(image, landmarks);
        const appearance = index < Math.max(known, 1) ? describeAppearance(aligned) : null;
        return { quality: measureQuality(aligned, landmarks), appearance };
      }),
    );
    const embeddings = await stages.time('embed', () => this.embed(image, detected.slice(0, known)));
    const faces = detected.map(
      (face, index) => ({ ...face, ...looks[index], embedding: embeddings[index] ?? null }) as ReadFace,
    );
    const timings = { ...stages.finish(), liveness: 0, inference: this.inferenceMs - inferenceBefore };
    return { width: image.width, height: image.height, faces, timings };
  }

  async close(): Promise<void> {
    await this.detector.close();
    await this.embedder.close();
  }

  private get inferenceMs(): number {
    return this.detector.inferenceMs + this.embedder.inferenceMs;
  }

  private embed(image: RgbImage, faces: readonly DetectedFace[]): Promise<Float32Array[]> {
    return this.embedder.embed(
      image,
      faces.map(({ landmarks }) => landmarks),
    );
  }
}

/** How many of the faces, largest first, are told from others. */
const chosen = (faces: number, which: EmbedFaces) =>
  which === 'all' ? faces : which === 'largest' ? Math.min(faces, 1) : 0;

type StageTimes = Record<'decode' | 'detect' | 'quality' | 'embed', number>;

/** Wall-clock milliseconds of the stages of one reading. */
class StageClock {
  private readonly started = performance.now();
  private readonly spent: StageTimes = { decode: 0, detect: 0, quality: 0, embed: 0 };

  async time<Result>(stage: keyof StageTimes, work: () => Result | Promise<Result>): Promise<Result> {
    const started = performance.now();
    const result = await work();
    this.spent[stage] = performance.now() - started;
    return result;
  }

  finish(): StageTimes & { total: number } {
    return { ...this.spent, total: performance.now() - this.started };
  }
}

function byArea(faces: DetectedFace[]): DetectedFace[] {
  const area = ({ box }: DetectedFace) => box.width * box.height;
  return faces.sort((one, other) => area(other) - area(one));
}
