import { readFile } from 'node:fs/promises';
import type { FiveLandmarks } from '../geometry.js';
import { faceResnetGraph, FACE_RESNET_DIMENSION, FACE_RESNET_SIDE } from '../packs/open/face-resnet-graph.js';
import { readWeights } from '../packs/open/network-weights.js';
import { packFilePath, type ModelPack } from '../packs/model-pack.js';
import type { FaceResnetStage } from '../packs/pack-manifest.js';
import { PLAIN_LEVELS } from '../pixels/network-scale.js';
import type { RgbImage } from '../rgb-image.js';
import { openSession, type ModelSession, type SessionOptions } from '../session.js';
import type { FaceEmbedder, FacesToEmbed } from './embedder.js';
import { FaceChips } from './face-chip.js';
import { faceSpaceSchema } from './face-space.js';
import { embeddedBy, type Embedded } from './embedded.js';

const CROP_BYTES = FACE_RESNET_SIDE * FACE_RESNET_SIDE * 3;

/** Faces of one run: more would only cost memory, a batch is no faster per face on a CPU. */
const BATCH = 8;

/**
 * dlib's face ResNet in a space of its own (`face-space.ts`): the face and its mirror image are embedded and averaged,
 * then moved and damped so that cosines spread. All of it is in the graph but the last scaling to unit length.
 */
class FaceResnetEmbedder implements FaceEmbedder {
  readonly dimension = FACE_RESNET_DIMENSION;
  /** It aligns faces by itself, on its own template. */
  readonly scale = PLAIN_LEVELS;

  constructor(
    private readonly session: ModelSession,
    private readonly chips: FaceChips,
  ) {}

  get inferenceMs(): number {
    return this.session.inferenceMs;
  }

  async embed({ image, landmarks }: FacesToEmbed): Promise<Embedded[]> {
    const embeddings: Embedded[] = [];
    for (let start = 0; start < landmarks.length; start += BATCH) {
      embeddings.push(...(await this.embedBatch(image, landmarks.slice(start, start + BATCH))));
    }
    return embeddings;
  }

  async close(): Promise<void> {
    await this.session.close();
    await this.chips.close();
  }

  private async embedBatch(image: RgbImage, faces: readonly FiveLandmarks[]): Promise<Embedded[]> {
    const data = new Uint8Array(faces.length * CROP_BYTES);
    for (const [index, landmarks] of faces.entries())
      data.set(await this.chips.cut(image, landmarks), index * CROP_BYTES);
    const dims = [faces.length, FACE_RESNET_SIDE, FACE_RESNET_SIDE, 3];
    const rows = (await this.session.run({ image: { data, dims } })).embedding?.data as Float32Array;
    return faces.map((_, index) =>
      embeddedBy(rows.subarray(index * this.dimension, (index + 1) * this.dimension)),
    );
  }
}

/** Opens the recogniser of a pack whose manifest says `"kind": "face-resnet"`; its graph is written in memory. */
export async function openFaceResnet(
  stage: FaceResnetStage,
  pack: ModelPack,
  options: SessionOptions,
): Promise<FaceEmbedder> {
  const space = faceSpaceSchema.parse(JSON.parse(await readFile(packFilePath(pack, stage), 'utf8')));
  const graph = faceResnetGraph(await readWeights(pack, stage.weights), space);
  const chips = await FaceChips.open(space.template, FACE_RESNET_SIDE, options);
  return new FaceResnetEmbedder(await openSession(graph, options), chips);
}
