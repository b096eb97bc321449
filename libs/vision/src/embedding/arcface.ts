import { ARCFACE_SIZE } from '../alignment/arcface-template.js';
import { packFilePath, type ModelPack } from '../packs/model-pack.js';
import type { ArcfaceStage } from '../packs/pack-manifest.js';
import type { NetworkScale } from '../pixels/network-scale.js';
import { openSession, type ModelSession, type SessionOptions } from '../session.js';
import type { FacesToEmbed, FaceEmbedder } from './embedder.js';
import { embeddedBy, type Embedded } from './embedded.js';

const FACE = 3 * ARCFACE_SIZE * ARCFACE_SIZE;

/** Most faces of one run: more would only cost memory, a batch is no faster per face on a CPU. */
const BATCH = 16;

/**
 * ArcFace (Deng et al., arXiv:1801.07698) and its kin: input `[n, 3, 112, 112]` in the order and scale of the manifest;
 * output `[n, dimension]`, brought to unit length here.
 */
class ArcfaceEmbedder implements FaceEmbedder {
  readonly scale: NetworkScale;
  /** Faces of one run; some files (SFace) take one at a time. */
  private readonly batch: number;

  constructor(
    private readonly session: ModelSession,
    private readonly stage: ArcfaceStage,
  ) {
    const { channelOrder, normalizationInGraph, mean, std } = stage;
    this.scale = normalizationInGraph ? { channelOrder, mean: 0, std: 1 } : { channelOrder, mean, std };
    this.batch = session.inputShapes[0]?.[0] === 1 ? 1 : BATCH;
  }

  get dimension(): number {
    return this.stage.dimension;
  }

  get inferenceMs(): number {
    return this.session.inferenceMs;
  }

  async embed({ aligned }: FacesToEmbed): Promise<Embedded[]> {
    const count = aligned.dims[0] as number;
    const embeddings: Embedded[] = [];
    for (let start = 0; start < count; start += this.batch) {
      const end = Math.min(count, start + this.batch);
      embeddings.push(
        ...(await this.embedBatch(aligned.data.subarray(start * FACE, end * FACE), end - start)),
      );
    }
    return embeddings;
  }

  close(): Promise<void> {
    return this.session.close();
  }

  private async embedBatch(data: Float32Array, count: number): Promise<Embedded[]> {
    const [input, output] = [this.session.inputNames[0] as string, this.session.outputNames[0] as string];
    const dims = [count, 3, ARCFACE_SIZE, ARCFACE_SIZE];
    const rows = (await this.session.run({ [input]: { data, dims } }))[output]?.data as Float32Array;
    if (rows.length !== count * this.dimension) {
      throw new Error(
        `The recogniser gave ${rows.length / count} numbers a face, pack.json says ${this.dimension}.`,
      );
    }
    return Array.from({ length: count }, (_, face) =>
      embeddedBy(rows.subarray(face * this.dimension, (face + 1) * this.dimension)),
    );
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
