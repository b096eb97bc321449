import {
  judgeQuality,
  type QualityLimits,
  type QualityReason,
  type ReadFace,
  type StageTimings,
} from '@rollcall/vision';
import type { Reading } from '../vision/face-engine.js';
import { isOneStill } from './still-frames.js';

/** The largest face of one frame and what is wrong with it. */
interface SeenFace {
  readonly face: ReadFace;
  readonly reasons: readonly QualityReason[];
  readonly frame: number;
  readonly modelId: string;
}

/** Whether a living face was before the camera, by all frames that are compared. */
export interface SeenLiveness {
  /** Mean over those frames, 0 to 1. */
  readonly score: number;
  /** The frames are one still picture, sent again. */
  readonly still: boolean;
}

/** What the frames of one moment show, fused: the person nearest to the camera. */
export interface Probe {
  /** The best frame's face; null where no frame shows one. */
  readonly face: ReadFace | null;
  /** Which frame that was; the first where none shows a face. */
  readonly frame: number;
  /** Why even the best frame is not good enough; empty when it is. */
  readonly reasons: readonly QualityReason[];
  /** Unit vector: the mean over the frames that are good enough; null where none is. */
  readonly embedding: Float32Array | null;
  /** Which model made the embedding; null where there was no picture. */
  readonly modelId: string | null;
  /** How each frame's face looks, good enough or not. */
  readonly appearances: readonly Float32Array[];
  /** Null where it was not asked, or the pack cannot tell. */
  readonly liveness: SeenLiveness | null;
  /** Summed over the frames, in milliseconds. */
  readonly timings: StageTimings;
}

/**
 * @param limits what a face has to reach to be compared
 * @param onePerson least cosine of two frames that show one person; frames of several make no probe: who stood there last
 *   would lend a picture of somebody else his life
 */
export function fuse(readings: readonly Reading[], limits: QualityLimits, onePerson: number): Probe {
  const seen = readings.flatMap((reading, frame) => seenIn(reading, frame, limits));
  const good = seen.filter(({ reasons }) => reasons.length === 0);
  const best = bestOf(good) ?? bestOf(seen);
  // Where another model took over between two frames, those of the best one's model count.
  const modelId = (best ?? readings[0])?.modelId ?? null;
  const compared = good.filter((each) => each.modelId === modelId).map(({ face }) => face);
  const several = !areOnePerson(compared, onePerson);
  return {
    face: best?.face ?? null,
    frame: best?.frame ?? 0,
    reasons: several ? ['CROWDED'] : (best?.reasons ?? []),
    embedding:
      compared.length > 0 && !several ? meanDirection(compared.map(({ embedding }) => embedding!)) : null,
    modelId,
    appearances: seen.map(({ face }) => face.appearance),
    liveness: livenessOf(compared.length > 0 ? compared : seen.map(({ face }) => face)),
    timings: sumOf(readings.map(({ timings }) => timings)),
  };
}

function seenIn({ faces: [face], modelId }: Reading, frame: number, limits: QualityLimits): SeenFace[] {
  return face ? [{ face, frame, modelId, reasons: judgeQuality(face.quality, limits) }] : [];
}

const areOnePerson = ([first, ...others]: readonly ReadFace[], least: number): boolean =>
  others.every(({ embedding }) => cosine(first!.embedding!, embedding!) >= least);

/** Of unit vectors. */
const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** By the frames that are compared: another one's life is no matter. */
function livenessOf(faces: readonly ReadFace[]): SeenLiveness | null {
  const scores = faces.flatMap(({ liveness }) => liveness ?? []);
  if (scores.length === 0) return null;
  return { score: scores.reduce((sum, score) => sum + score, 0) / scores.length, still: isOneStill(faces) };
}

const bestOf = (seen: readonly SeenFace[]) =>
  seen.reduce<SeenFace | undefined>(
    (best, each) => (best && best.face.quality.score >= each.face.quality.score ? best : each),
    undefined,
  );

/** The unit vector along the sum: the direction that is nearest to all of them by cosine. */
function meanDirection(embeddings: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(embeddings[0]!.length);
  for (const embedding of embeddings) embedding.forEach((value, i) => (sum[i]! += value));
  const length = Math.hypot(...sum);
  if (length === 0) return embeddings[0]!; // They cancel out: one of them says more than nothing.
  return sum.map((value) => value / length);
}

function sumOf(timings: readonly StageTimings[]): StageTimings {
  const total = (stage: keyof StageTimings) => timings.reduce((sum, each) => sum + each[stage], 0);
  return {
    decode: total('decode'),
    detect: total('detect'),
    liveness: total('liveness'),
    quality: total('quality'),
    embed: total('embed'),
    total: total('total'),
    inference: total('inference'),
  };
}
