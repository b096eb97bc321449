import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recommendedOperatingPoint, type ModelPack } from '@rollcall/vision';
import { compareAll } from './comparisons.js';
import { countWithoutFace, embedPictures } from './embeddings.js';
import type { LabelledPicture } from './labelled-folder.js';
import { tailPicture } from './tail-picture.js';
import { reportThresholds, type ThresholdReport } from './threshold-report.js';

export interface ThresholdOptions {
  /** Share of strangers that a search may return somebody for, above 0 and below 1. */
  readonly fpir: number;
  /** Sizes of the gallery to suggest thresholds for, in templates. */
  readonly gallery: readonly number[];
  /** Random splits of the open-set estimate. */
  readonly splits: number;
  /** Folder for the picture. */
  readonly out: string;
}

/** A pack's impostor tail on labelled pictures, and the thresholds that follow from it. */
export async function measureThresholds(
  pack: ModelPack,
  pictures: readonly LabelledPicture[],
  { out, ...asked }: ThresholdOptions,
): Promise<ThresholdReport & { readonly picture: string }> {
  const { found, unreadable } = await embedPictures(
    pack,
    pictures.map(({ path }) => path),
  );
  const faces = pictures.flatMap(({ path, person }) => {
    const embedding = found.get(path);
    return embedding ? [{ person, embedding }] : [];
  });
  const comparisons = compareAll(faces);
  const { margin, impostorTail, templateExponent } = recommendedOperatingPoint(pack);
  const report = reportThresholds(
    { pack: pack.name, picturesWithoutFace: countWithoutFace(found), unreadable, faces, comparisons },
    { ...asked, margin, packTail: impostorTail, templateExponent },
  );
  mkdirSync(out, { recursive: true });
  const picture = join(out, `tail-${pack.name}.svg`);
  writeFileSync(picture, tailPicture(`False matches, ${pack.title}`, comparisons, report));
  return { ...report, picture };
}
