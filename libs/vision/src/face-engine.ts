import type { FaceAttributes, FaceDescriber } from './attributes/face-attributes.js';
import type { DetectedFace, FaceDetector, WantedFaces } from './detection/detector.js';
import type { FaceEmbedder, FacesToEmbed } from './embedding/embedder.js';
import type { FiveLandmarks } from './geometry.js';
import { FaceLook } from './face-look.js';
import type { ChosenFaces, FaceReading, ReadFace } from './face-reading.js';
import type { LivenessJudge } from './liveness/liveness-judge.js';
import type { ModelPack } from './packs/model-pack.js';
import { openStages, type PackStages } from './packs/stages.js';
import { measureQuality } from './quality/face-quality.js';
import { decodeImage, type ImageLimits } from './raster.js';
import type { RgbImage } from './rgb-image.js';
import type { NumberTensor, SessionOptions } from './session.js';
import { StageClock } from './stage-clock.js';

/** How one image is read. */
export interface ReadOptions {
  /** Every face, or only whoever stands before the camera, which takes less time; `all` when left out. */
  readonly find?: WantedFaces;
  /** Which faces get an embedding; `all` when left out. */
  readonly embed?: ChosenFaces;
  /** Which faces are asked whether they live, where the pack can tell; `none` when left out. */
  readonly liveness?: ChosenFaces;
  /** Whether faces are described by the pack's attribute networks; not when left out. */
  readonly attributes?: boolean;
  /** Bounds of the image; `DEFAULT_IMAGE_LIMITS` when left out. */
  readonly limits?: ImageLimits;
}

/**
 * From the bytes of one image to its faces: decode, detect, look, judge, embed. One reading at a time; the networks
 * block the thread they run on, so a server uses `FaceEnginePool`, which has the same `read` and `close`.
 */
export class FaceEngine {
  private constructor(
    private readonly detector: FaceDetector,
    private readonly faceLook: FaceLook,
    private readonly embedder: FaceEmbedder,
    private readonly liveness: LivenessJudge | null,
    private readonly describers: readonly FaceDescriber[],
  ) {}

  /** Opens the networks of a pack that `loadPack` has verified. */
  static async open(pack: ModelPack, options: SessionOptions = {}): Promise<FaceEngine> {
    const { detector, embedder, liveness, describers }: PackStages = await openStages(pack, options);
    const look = await FaceLook.open(embedder.scale, options);
    return new FaceEngine(detector, look, embedder, liveness, describers);
  }

  /**
   * Reads a JPEG, PNG or WebP.
   *
   * @throws {ImageRejected} when the image cannot be taken; an image without a face is a reading without faces
   */
  async read(bytes: Uint8Array, options: ReadOptions = {}): Promise<FaceReading> {
    const inferenceBefore = this.inferenceMs;
    const clock = new StageClock();
    const image = await clock.time('decode', () => decodeImage(bytes, options.limits));
    const detected = await clock.time('detect', async () =>
      byArea(await this.detector.detect(image, options.find ?? 'all')),
    );
    const landmarks = detected.map((face) => face.landmarks);
    const seen = await clock.time('quality', () => this.faceLook.look(image, landmarks));
    const embeddings = await clock.time('embed', () =>
      this.embedder.embed(
        facesToEmbed(image, landmarks, seen.aligned, chosen(detected, options.embed ?? 'all').length),
      ),
    );
    const live = await clock.time('liveness', () =>
      this.judge(image, chosen(detected, options.liveness ?? 'none')),
    );
    const described = options.attributes ? await this.describe(image, detected) : [];
    const faces = detected.map((face, i): ReadFace => ({
      ...face,
      quality: measureQuality(seen.faces[i]!.measures, face.landmarks, {
        box: face.box,
        others: detected.filter((other) => other !== face).map(({ box }) => box),
        image,
      }),
      appearance: seen.faces[i]!.appearance,
      embedding: embeddings[i] ?? null,
      liveness: live[i] ?? null,
      attributes: described[i] ?? null,
    }));
    const timings = { ...clock.finish(), inference: this.inferenceMs - inferenceBefore };
    return { width: image.width, height: image.height, faces, timings };
  }

  async close(): Promise<void> {
    for (const stage of [this.detector, this.faceLook, this.embedder, this.liveness, ...this.describers])
      await stage?.close();
  }

  /** Of networks alone: what prepares their input is work of this house. */
  private get inferenceMs(): number {
    const stages = [this.detector, this.embedder, this.liveness, ...this.describers];
    return stages.reduce((sum, stage) => sum + (stage?.inferenceMs ?? 0), 0);
  }

  private async judge(image: RgbImage, faces: readonly DetectedFace[]): Promise<number[]> {
    const live: number[] = [];
    if (this.liveness) for (const { box } of faces) live.push(await this.liveness.judge(image, box));
    return live;
  }

  private async describe(image: RgbImage, faces: readonly DetectedFace[]): Promise<FaceAttributes[]> {
    const described: FaceAttributes[] = [];
    for (const face of faces) {
      let attributes: FaceAttributes = {};
      for (const each of this.describers)
        attributes = { ...attributes, ...(await each.describe(image, face)) };
      described.push(attributes);
    }
    return described;
  }
}

/** The faces that are chosen, of faces with the largest first. */
const chosen = (faces: readonly DetectedFace[], which: ChosenFaces) =>
  which === 'all' ? faces : which === 'largest' ? faces.slice(0, 1) : [];

/** The first faces of those that were looked at. */
const facesToEmbed = (
  image: RgbImage,
  landmarks: readonly FiveLandmarks[],
  { data, dims: [all, ...face] }: NumberTensor<Float32Array>,
  count: number,
): FacesToEmbed => ({
  image,
  landmarks: landmarks.slice(0, count),
  aligned: { data: data.subarray(0, all ? (data.length / all) * count : 0), dims: [count, ...face] },
});

function byArea(faces: readonly DetectedFace[]): DetectedFace[] {
  const area = ({ box }: DetectedFace) => box.width * box.height;
  return [...faces].sort((one, other) => area(other) - area(one));
}
