import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelPack } from '@rollcall/vision';
import { histogramPicture, rocPicture } from './charts.js';
import { cosine, countWithoutFace, embedPictures } from './embeddings.js';
import { readPairs } from './pairs.js';
import { describeUnreadable, type UnreadablePicture } from './read-pictures.js';
import { foldedAccuracy, operatingPointAt, rocCurve, type ScoredPair } from './verification.js';

export interface VerifyReport {
  readonly pack: string;
  readonly pairs: number;
  /** Pictures on which no face was found; their pairs count as refused. */
  readonly picturesWithoutFace: number;
  /** Passed over, and the pairs that they are in. */
  readonly unreadable: readonly UnreadablePicture[];
  readonly accuracy: number;
  readonly standardError: number;
  readonly threshold: number;
  readonly tarAtFar: { readonly far: number; readonly tar: number; readonly threshold: number }[];
  /** Written pictures. */
  readonly pictures: string[];
}

/** LFW-style verification: every pair is compared, accuracy is cross-validated. */
export async function verify(
  pack: ModelPack,
  pairsFile: string,
  root: string,
  out: string,
): Promise<VerifyReport> {
  const listed = readPairs(pairsFile, root);
  const { found, unreadable } = await embedPictures(
    pack,
    listed.flatMap(({ a, b }) => [a, b]),
  );
  const pairs = listed.filter(({ a, b }) => found.has(a) && found.has(b));
  const scored: ScoredPair[] = pairs.map(({ a, b, genuine, fold }) => ({
    similarity: cosine(found.get(a), found.get(b)),
    genuine,
    fold,
  }));
  const { mean, standardError, threshold } = foldedAccuracy(scored);
  const tarAtFar = [1e-2, 1e-3].map((far) => {
    const point = operatingPointAt(scored, far);
    return { far, tar: point.tmr, threshold: point.threshold };
  });
  return {
    pack: pack.name,
    pairs: pairs.length,
    picturesWithoutFace: countWithoutFace(found),
    unreadable,
    accuracy: mean,
    standardError,
    threshold,
    tarAtFar,
    pictures: writePictures(pack, out, scored, threshold),
  };
}

function writePictures(
  pack: ModelPack,
  out: string,
  scored: readonly ScoredPair[],
  threshold: number,
): string[] {
  mkdirSync(out, { recursive: true });
  const drawn: [string, string][] = [
    [`roc-${pack.name}.svg`, rocPicture(`ROC, ${pack.title}`, rocCurve(scored))],
    [`histogram-${pack.name}.svg`, histogramPicture(`Similarity, ${pack.title}`, scored, threshold)],
  ];
  return drawn.map(([name, svg]) => {
    const path = join(out, name);
    writeFileSync(path, svg);
    return path;
  });
}

export function describeVerification(report: VerifyReport): string {
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
  return [
    `${report.pack}: ${report.pairs} pairs, ${report.picturesWithoutFace} pictures without a face`,
    `accuracy  ${percent(report.accuracy)} ± ${(report.standardError * 100).toFixed(2)} (10-fold, standard error)`,
    ...report.tarAtFar.map(
      ({ far, tar, threshold }) =>
        `TAR       ${percent(tar)} at FAR ${far} (threshold ${threshold.toFixed(3)})`,
    ),
    ...report.pictures.map((path) => `written   ${path}`),
    ...describeUnreadable(report.unreadable),
  ].join('\n');
}
