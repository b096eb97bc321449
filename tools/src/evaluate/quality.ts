import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recommendedOperatingPoint, type ModelPack } from '@rollcall/vision';
import { countWithoutFace, readMainFaces } from './embeddings.js';
import type { LabelledPicture } from './labelled-folder.js';
import { discardPicture } from './quality-picture.js';
import { reportQuality, type QualityReport } from './quality-report.js';

export interface QualityOptions {
  /** Cosine from which two pictures count as one person; the pack's when neither this nor an FMR is given. */
  readonly threshold?: number;
  /** Share of these pictures' impostor comparisons that may reach the threshold. */
  readonly fmr?: number;
  /** Folder for the picture. */
  readonly out: string;
}

/** How far the quality of pictures foretells which comparisons of one person fail. */
export async function evaluateQuality(
  pack: ModelPack,
  pictures: readonly LabelledPicture[],
  { threshold, fmr, out }: QualityOptions,
): Promise<QualityReport & { readonly picture: string }> {
  const { found, unreadable } = await readMainFaces(
    pack,
    pictures.map(({ path }) => path),
  );
  const faces = pictures.flatMap(({ path, person }) => {
    const { embedding, quality } = found.get(path) ?? {};
    return embedding && quality ? [{ person, embedding, quality }] : [];
  });
  const asked =
    fmr === undefined ? { threshold: threshold ?? recommendedOperatingPoint(pack).threshold } : { fmr };
  const about = { pack: pack.name, picturesWithoutFace: countWithoutFace(found), unreadable };
  const report = reportQuality(about, faces, asked);
  mkdirSync(out, { recursive: true });
  const picture = join(out, `quality-${pack.name}.svg`);
  writeFileSync(picture, discardPicture(`Quality and false non-matches, ${pack.title}`, report));
  return { ...report, picture };
}
