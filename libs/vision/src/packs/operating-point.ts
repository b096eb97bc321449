import type { ModelPack } from './model-pack.js';

/** From which cosine on two embeddings of a recogniser are taken for one person, and what that rests on. */
export interface OperatingPoint {
  /** Least cosine of a match, for a search among tens to hundreds of people. */
  readonly threshold: number;
  /**
   * FPIR to keep to as the gallery grows, where the operator asks for none: the threshold is then the larger of
   * `threshold` and the tail's for this rate. Above 0, below 1; `basis` says what it costs.
   */
  readonly fpir: number;
  /** Least lead of a match over the second-best person; less than that is ambiguous. */
  readonly margin: number;
  /** False where the threshold is a guess: the operator should calibrate on the own gallery before relying on it. */
  readonly measured: boolean;
  /** The data and the error rates behind the threshold, in words. */
  readonly basis: string;
  /** Which measurement that is, for whoever says it in another language. */
  readonly measurement: 'arcface-mbf' | 'open' | 'none';
  /** Enrolled people up to whom it tells people apart well enough, by measurement; null where no such limit was met. */
  readonly mostPeople: number | null;
  /**
   * How the recogniser's impostors thin out: one-to-one FMR of single comparisons (ISO/IEC 19795-1), each with the least
   * cosine that no larger share of different people's pairs reaches. FMR falls, the threshold rises from point to point;
   * at least two points. Between them the threshold is linear in log FMR; beyond the last it is an extrapolation. A
   * search that amounts to C comparisons and may err with FPIR p needs FMR 1 - (1 - p)^(1/C).
   */
  readonly impostorTail: readonly ImpostorTailPoint[];
  /**
   * How much templates of one person count, 0 to 1: k of them let as many strangers in as k^templateExponent people by
   * one each, so that C is people * (templates / people)^templateExponent. 1 takes them for different people's.
   */
  readonly templateExponent: number;
}

/** Share of impostor comparisons (0 to 1) that reach a cosine. */
export interface ImpostorTailPoint {
  readonly fmr: number;
  readonly threshold: number;
}

/** Operating points by the sha256 of the recogniser's file. */
const MEASURED: Readonly<Record<string, OperatingPoint>> = {
  // arcface_mbf.onnx: MobileFaceNet, ArcFace loss, MS1M, 128-d
  f7550336add18ba176e60d9cce63a47b3435916e1113713981046198c70a740c: {
    threshold: 0.37,
    fpir: 0.01,
    margin: 0.1,
    measured: true,
    basis:
      '77 people with 427 frontal photos (CFP and LFW), 200 random splits into 60 enrolled by one photo each and 17 ' +
      'strangers: FNIR 2.8 %, FPIR 1.2 %. Over 9.2 million impostor pairs of 4,281 people FMR is 1e-3 at 0.316, 1e-4 ' +
      'at 0.389, 1e-5 at 0.455: raise the threshold as the gallery grows, to 0.445 for 780 people and FPIR 1 %.',
    measurement: 'arcface-mbf',
    mostPeople: null,
    // The 9.2 million pairs. The 90,366 impostor pairs of the 428 photos say 0.323 at 1e-3 and 0.361 at 3e-4.
    impostorTail: [
      { fmr: 1e-3, threshold: 0.316 },
      { fmr: 1e-4, threshold: 0.389 },
      { fmr: 1e-5, threshold: 0.455 },
    ],
    // 0.88 at FMR 3e-4 (90 %: 0.78 to 1), 0.95 at 1e-4, less where more strangers pass (decision 8).
    templateExponent: 0.9,
  },
  // face-resnet.json of the pack `open`: dlib's face ResNet in its measured space, 128-d
  ece1f1b0ac2acb52d26d76d321ea8d131cda00c4d31317f9faac85be0cd927f4: {
    threshold: 0.64,
    fpir: 0.02,
    margin: 0.08,
    measured: true,
    basis:
      '77 people with 428 photos (CFP frontal and LFW), 24 random splits into 60 enrolled by one photo each and 17 ' +
      'strangers: FNIR 14.8 %, FPIR 0.4 %. Those photos also shaped the space; with one measured on half of the people ' +
      'and judged on the other half (30 enrolled): FNIR 8.6 %, FPIR 1.6 %. For 60 people and an FPIR of 2 % the ' +
      'threshold is 0.654 with one photo each (FNIR 10 %) and 0.69 with three (6 %); 1 % would cost 16 % and 10 %. ' +
      'Most false matches are between dark-skinned men, whom this network tells apart least: expect more there, enrol ' +
      'several photos, or use an ArcFace pack.',
    measurement: 'open',
    // Decision 8: from there on one check-in in six and more would fail.
    mostPeople: 60,
    // Of people whom the space has not seen: 400 times it was learnt on all but 7 of the 77 people and the impostors
    // among those 7 were counted (259,777 pairs). The 90,366 pairs of people whom it has seen say less, 0.470, 0.560 and
    // 0.611, and are too kind: at 0.611 three times as many strangers pass.
    impostorTail: [
      { fmr: 1e-2, threshold: 0.505 },
      { fmr: 1e-3, threshold: 0.611 },
      { fmr: 3e-4, threshold: 0.659 },
    ],
    // Of unseen people as well: 0.77 at FMR 3e-4 (90 %: 0.67 to 1), 0.84 at 1.5e-4, where 60 people and 1 % are decided.
    templateExponent: 0.85,
  },
};

/** Strict for every ArcFace-like recogniser that was looked at, so that an unmeasured one turns away, not lets in. */
const FALLBACK: OperatingPoint = {
  threshold: 0.5,
  fpir: 0.01,
  margin: 0.1,
  measured: false,
  basis: 'Nobody measured this recogniser; 0.5 is a cautious guess. Calibrate it on your own gallery.',
  measurement: 'none',
  mostPeople: null,
  // Nobody's measurement: 0.5 is taken for what 100 people and FPIR 1 % need. A decade of FMR costs the measured
  // recognisers 0.07 to 0.1, so a larger gallery pays 0.1 for it and a smaller one is forgiven 0.05.
  impostorTail: [
    { fmr: 1e-3, threshold: 0.45 },
    { fmr: 1e-4, threshold: 0.5 },
    { fmr: 1e-5, threshold: 0.6 },
  ],
  templateExponent: 1,
};

/** The recommended threshold for a pack's recogniser; a cautious guess for one that nobody measured. */
export function recommendedOperatingPoint({ manifest }: Pick<ModelPack, 'manifest'>): OperatingPoint {
  return MEASURED[manifest.recognizer.sha256] ?? FALLBACK;
}
