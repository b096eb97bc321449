import type { ModelPack } from '@rollcall/vision';
import { cosine, countWithoutFace, embedPictures, type Embeddings } from './embeddings.js';
import { ratesForFpir, type OpenSetRates, type ProbeResult } from './identification.js';
import { labelledPictures, type LabelledPicture } from './labelled-folder.js';
import { describeUnreadable, type UnreadablePicture } from './read-pictures.js';

export interface IdentifyReport {
  readonly pack: string;
  readonly gallery: { readonly people: number; readonly pictures: number };
  readonly probes: number;
  readonly strangers: number;
  readonly picturesWithoutFace: number;
  /** Passed over. */
  readonly unreadable: readonly UnreadablePicture[];
  /** What was asked and what the data gave. */
  readonly rates: (OpenSetRates & { readonly asked: number })[];
}

const ASKED_FPIR = [0.1, 0.01, 0.003];

/** Open-set identification: probes of enrolled people and of strangers are searched in the gallery. */
export async function identify(
  pack: ModelPack,
  folders: { gallery: string; probes: string; strangers: string },
): Promise<IdentifyReport> {
  const labelled = [folders.gallery, folders.probes, folders.strangers].map((folder) =>
    labelledPictures(folder),
  );
  const { found, unreadable } = await embedPictures(
    pack,
    labelled.flat().map(({ path }) => path),
  );
  const [gallery = [], probes = [], strangers = []] = labelled.map((pictures) =>
    pictures.filter(({ path }) => found.has(path)),
  );
  const search = (probe: LabelledPicture) => searchGallery(found, gallery, probe);
  const enrolled = probes.map(search);
  const impostors = strangers.map(search);
  return {
    pack: pack.name,
    gallery: { people: new Set(gallery.map(({ person }) => person)).size, pictures: gallery.length },
    probes: probes.length,
    strangers: strangers.length,
    picturesWithoutFace: countWithoutFace(found),
    unreadable,
    rates: ASKED_FPIR.map((asked) => ({ asked, ...ratesForFpir(enrolled, impostors, asked) })),
  };
}

/** Score of a person = best cosine over the person's pictures, as the product's gallery has it. */
function searchGallery(
  embeddings: Embeddings['found'],
  gallery: readonly LabelledPicture[],
  probe: LabelledPicture,
): ProbeResult {
  let best = { similarity: -1, person: '' };
  for (const { path, person } of gallery) {
    const similarity = cosine(embeddings.get(probe.path), embeddings.get(path));
    if (similarity > best.similarity) best = { similarity, person };
  }
  return { similarity: best.similarity, right: best.person === probe.person };
}

export function describeIdentification(report: IdentifyReport): string {
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
  const { gallery, probes, strangers, picturesWithoutFace } = report;
  return [
    `${report.pack}: ${gallery.people} people enrolled by ${gallery.pictures} pictures, ${probes} probes, ` +
      `${strangers} of strangers, ${picturesWithoutFace} pictures without a face`,
    ...report.rates.map(
      ({ asked, fnir, fpir, threshold }) =>
        `FNIR ${percent(fnir)} at FPIR ${asked} (threshold ${threshold.toFixed(3)}, FPIR here ${percent(fpir)})`,
    ),
    ...describeUnreadable(report.unreadable),
  ].join('\n');
}
