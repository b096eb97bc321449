import type { ReadFace } from '@rollcall/vision';
import { compareAll, shareFrom, type LabelledFace } from './comparisons.js';
import { cosine } from './embeddings.js';
import { errorVersusDiscard, type DiscardPoint, type GenuineComparison } from './error-versus-discard.js';
import { MEASURE_NAMES, QUALITY_MEASURES, type QualityMeasure } from './quality-measures.js';
import type { UnreadablePicture } from './read-pictures.js';
import { thresholdFor } from './verification.js';

/** A picture's face: whose it is, its embedding and how good it is. */
export interface JudgedFace extends LabelledFace {
  readonly quality: ReadFace['quality'];
}

/** From which cosine on two pictures count as one person. */
export type AskedThreshold =
  | { readonly threshold: number }
  /** The least that no larger share of these pictures' impostor comparisons reaches. */
  | { readonly fmr: number };

/** Error-versus-discard curves of labelled pictures. */
export interface QualityReport {
  readonly pack: string;
  readonly people: number;
  readonly pictures: number;
  readonly picturesWithoutFace: number;
  /** Passed over. */
  readonly unreadable: readonly UnreadablePicture[];
  readonly threshold: number;
  /** Share of these pictures' impostor comparisons that reach the threshold. */
  readonly fmr: number;
  readonly comparisons: number;
  /** Genuine comparisons under the threshold. */
  readonly misses: number;
  /** Of the score first, then of each single measure; by discarded shares of 0, 0.01 … 0.3. */
  readonly curves: readonly { readonly measure: QualityMeasure; readonly points: readonly DiscardPoint[] }[];
}

/** Shares of comparisons to leave out. */
const SHARES = Array.from({ length: 31 }, (_, percent) => percent / 100);

/** @throws RangeError where nobody has two pictures, or there are no two people and an FMR is asked for */
export function reportQuality(
  about: Pick<QualityReport, 'pack' | 'picturesWithoutFace' | 'unreadable'>,
  faces: readonly JudgedFace[],
  asked: AskedThreshold,
): QualityReport {
  const { impostor, genuine } = compareAll(faces);
  if (genuine.length === 0) throw new RangeError('Nobody has two pictures with a face: nothing to compare.');
  if ('fmr' in asked && impostor.length === 0) throw new RangeError('An FMR needs pictures of two people.');
  const threshold = 'fmr' in asked ? thresholdFor([...impostor], asked.fmr) : asked.threshold;
  const pairs = genuinePairs(faces);
  return {
    ...about,
    people: new Set(faces.map(({ person }) => person)).size,
    pictures: faces.length,
    threshold,
    fmr: impostor.length > 0 ? shareFrom(impostor, threshold) : 0,
    comparisons: pairs.length,
    misses: pairs.filter(({ similarity }) => similarity < threshold).length,
    curves: MEASURE_NAMES.map((measure) => ({
      measure,
      points: errorVersusDiscard(pairs.map(judgedBy(measure)), threshold, SHARES),
    })),
  };
}

interface GenuinePair {
  readonly similarity: number;
  readonly qualities: readonly [JudgedFace['quality'], JudgedFace['quality']];
}

function genuinePairs(faces: readonly JudgedFace[]): GenuinePair[] {
  return faces.flatMap((one, i) =>
    faces
      .slice(0, i)
      .filter(({ person }) => person === one.person)
      .map((other) => ({
        similarity: cosine(one.embedding, other.embedding),
        qualities: [one.quality, other.quality] as const,
      })),
  );
}

/** A comparison is as good as the worse of its two pictures. */
const judgedBy =
  (measure: QualityMeasure) =>
  ({ similarity, qualities: [one, other] }: GenuinePair): GenuineComparison => {
    const of = QUALITY_MEASURES[measure];
    return { similarity, quality: Math.min(of(one), of(other)) };
  };
