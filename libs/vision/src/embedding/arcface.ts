import { alignFace, ARCFACE_SIZE } from '../alignment/align-face.js';
import type { FiveLandmarks } from '../geometry.js';
import { packFilePath, type ModelPack } from '../packs/model-pack.js';
import type { ArcfaceStage } from '../packs/pack-manifest.js';
import type { RgbImage } from '../rgb-image.js';
import { openSession, type ModelSession, type SessionOptions } from '../session.js';
import type { FaceEmbedder } from './embedder.js';
import { unitVector } from './unit-vector.js';

const PLANE = ARCFACE_SIZE * ARCFACE_SIZE;

/** Faces of one run: more would only cost memory, a batch is no faster per face on a CPU. */
const BATCH = 16;

/**
 * ArcFace (Deng et al., arXiv:1801.07698): input `[n, 3, 112, 112]`, RGB, 0 to 255 where the graph normalises, else
 * (x - mean) / std; output `[n, dimension]`, brought to unit length here.
 */
class ArcfaceEmbedder implements FaceEmbedder {
  private readonly levels: Float32Array;

  constructor(
    private readonly session: ModelSession,
    private readonly stage: ArcfaceStage,
  ) {
    const { normalizationInGraph, mean, std } = stage;
    const normalize = (level: number) => (normalizationInGraph ? level : (level - mean) / std);
    this.levels = Float32Array.from({ length: 256 }, (_, level) => normalize(level));
  }

  get dimension(): number {
    return this.stage.dimension;
  }

  get inferenceMs(): number {
    return this.session.inferenceMs;
  }

  async embed(image: RgbImage, faces: readonly FiveLandmarks[]): Promise<Float32Array[]> {
    const embeddings: Float32Array[] = [];
    for (let start = 0; start < faces.length; start += BATCH) {
      const crops = faces.slice(start, start + BATCH).map((landmarks) => alignFace(image, landmarks));
      embeddings.push(...(await this.embedCrops(crops)));
    }
    return embeddings;
  }

  close(): Promise<void> {
    return this.session.close();
  }

  private async embedCrops(crops: readonly RgbImage[]): Promise<Float32Array[]> {
    const data = new Float32Array(crops.length * PLANE * 3);
    crops.forEach((crop, index) => this.writePlanes(crop, data, index * PLANE * 3));
    const [input, output] = [this.session.inputNames[0] as string, this.session.outputNames[0] as string];
    const dims = [crops.length, 3, ARCFACE_SIZE, ARCFACE_SIZE];
    const rows = (await this.session.run({ [input]: { data, dims } }))[output]?.data as Float32Array;
    if (rows.length !== crops.length * this.dimension) {
      throw new Error(
        `The recogniser gave ${rows.length / crops.length} numbers a face, pack.json says ${this.dimension}.`,
      );
    }
    return crops.map((_, index) =>
      unitVector(rows.subarray(index * this.dimension, (index + 1) * this.dimension)),
    );
  }

  /** HWC bytes to CHW floats. */
  private writePlanes({ data }: RgbImage, into: Float32Array, at: number): void {
    for (let pixel = 0, source = 0; pixel < PLANE; pixel++, source += 3) {
      into[at + pixel] = this.levels[data[source] as number] as number;
      into[at + pixel + PLANE] = this.levels[data[source + 1] as number] as number;
      into[at + pixel + 2 * PLANE] = this.levels[data[source + 2] as number] as number;
    }
  }
}

/** Opens the recogniser of a pack whose manifest says `"kind": "arcface"`. */
export async function openArcface(
  stage: ArcfaceStage,
  pack: ModelPack,
  options: SessionOptions,
): Promise<FaceEmbedder> {
  return new ArcfaceEmbedder(await openSession(packFilePath(pack, stage), options), stage);
}
