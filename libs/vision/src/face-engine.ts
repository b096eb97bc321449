import type { FaceAttributes, FaceDescriber } from './attributes/face-attributes.js';
import type { DetectedFace, WantedFaces } from './detection/detector.js';
import { isDoubtful, leastNormAt } from './detection/mistaken-face.js';
import { EmbeddedFaces } from './embedding/embedded-faces.js';
import { FaceLook } from './face-look.js';
import type { ChosenFaces, FaceReading, ReadFace } from './face-reading.js';
import { leastNorm } from './packs/least-norm.js';
import type { ModelPack } from './packs/model-pack.js';
import { openStages, type PackStages } from './packs/stages.js';
import { measureQuality } from './quality/face-quality.js';
import { estimateHeadPose } from './quality/head-pose.js';
import { decodeImage, type ImageLimits } from './raster.js';
import type { RgbImage } from './rgb-image.js';
import type { SessionOptions } from './session.js';
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
 * From the bytes of one image to its faces: decode, detect, look, embed, judge, describe. One reading at a time; the
 * networks block the thread they run on, so a server uses `FaceEnginePool`, which has the same `read` and `close`.
 */
export class FaceEngine {
  private constructor(
    private readonly stages: PackStages,
    private readonly faceLook: FaceLook,
    /** See `leastNorm`. */
    private readonly leastNorm: number | null,
  ) {}

  /** Opens the networks of a pack that `loadPack` has verified. */
  static async open(pack: ModelPack, options: SessionOptions = {}): Promise<FaceEngine> {
    const stages = await openStages(pack, options);
    return new FaceEngine(stages, await FaceLook.open(stages.embedder.scale, options), leastNorm(pack));
  }

  /**
   * Reads a JPEG, PNG or WebP.
   *
   * @throws {ImageRejected} when the image cannot be taken; an image without a face is a reading without faces
   */
  async read(bytes: Uint8Array, options: ReadOptions = {}): Promise<FaceReading> {
    const { detector, embedder } = this.stages;
    const inferenceBefore = this.inferenceMs;
    const clock = new StageClock();
    const image = await clock.time('decode', () => decodeImage(bytes, options.limits));
    const detected = await clock.time('detect', async () =>
      byArea(await detector.detect(image, options.find ?? 'all')),
    );
    const landmarks = detected.map((face) => face.landmarks);
    const seen = await clock.time('quality', () => this.faceLook.look(image, landmarks));
    const embedded = new EmbeddedFaces(embedder, image, landmarks, seen.aligned);
    const looked = detected.map((face, at): Looked => ({ at, face }));
    const kept = await clock.time('embed', async () => {
      const faces = await this.withoutMistaken(looked, embedded);
      await embedded.embed(chosen(faces, options.embed ?? 'all').map(({ at }) => at));
      return faces;
    });
    const wanted = chosen(kept, options.embed ?? 'all').length;
    const live = await clock.time('liveness', () =>
      this.judge(image, chosen(kept, options.liveness ?? 'none')),
    );
    const described = options.attributes ? await this.describe(image, kept) : [];
    const faces = kept.map(({ at, face }, i): ReadFace => ({
      ...face,
      quality: measureQuality(seen.faces[at]!.measures, face.landmarks, {
        box: face.box,
        others: kept.filter((other) => other.face !== face).map((other) => other.face.box),
        image,
      }),
      appearance: seen.faces[at]!.appearance,
      embedding: i < wanted ? (embedded.of(at)?.vector ?? null) : null,
      liveness: live[i] ?? null,
      attributes: described[i] ?? null,
    }));
    const timings = { ...clock.finish(), inference: this.inferenceMs - inferenceBefore };
    return { width: image.width, height: image.height, faces, timings };
  }

  async close(): Promise<void> {
    for (const stage of [...this.networks, this.faceLook]) await stage.close();
  }

  private get networks() {
    const { detector, embedder, liveness, describers } = this.stages;
    return [detector, embedder, ...(liveness ? [liveness] : []), ...describers];
  }

  /** Of networks alone: what prepares their input is work of this house. */
  private get inferenceMs(): number {
    return this.networks.reduce((sum, { inferenceMs }) => sum + inferenceMs, 0);
  }

  /** Where the detector doubts, the recogniser says whether there is a face. */
  private async withoutMistaken(faces: readonly Looked[], embedded: EmbeddedFaces): Promise<Looked[]> {
    const { leastNorm: least } = this;
    if (least === null) return [...faces];
    const doubtful = faces.filter(({ face }) => isDoubtful(face));
    await embedded.embed(doubtful.map(({ at }) => at));
    const isFace = ({ at, face }: Looked) =>
      embedded.of(at)!.norm >= leastNormAt(least, estimateHeadPose(face.landmarks).yaw);
    return faces.filter((each) => !doubtful.includes(each) || isFace(each));
  }

  private async judge(image: RgbImage, faces: readonly Looked[]): Promise<number[]> {
    const { liveness } = this.stages;
    const live: number[] = [];
    if (liveness) for (const { face } of faces) live.push(await liveness.judge(image, face.box));
    return live;
  }

  private async describe(image: RgbImage, faces: readonly Looked[]): Promise<FaceAttributes[]> {
    const described: FaceAttributes[] = [];
    for (const { face } of faces) described.push(await describeFace(this.stages.describers, image, face));
    return described;
  }
}

/** A detected face and its place among the detected ones. */
interface Looked {
  readonly at: number;
  readonly face: DetectedFace;
}

async function describeFace(describers: readonly FaceDescriber[], image: RgbImage, face: DetectedFace) {
  let attributes: FaceAttributes = {};
  for (const each of describers) attributes = { ...attributes, ...(await each.describe(image, face)) };
  return attributes;
}

/** The faces that are chosen, of faces with the largest first. */
const chosen = (faces: readonly Looked[], which: ChosenFaces): readonly Looked[] =>
  which === 'all' ? faces : which === 'largest' ? faces.slice(0, 1) : [];

function byArea(faces: readonly DetectedFace[]): DetectedFace[] {
  const area = ({ box }: DetectedFace) => box.width * box.height;
  return [...faces].sort((one, other) => area(other) - area(one));
}
