import type { FaceReading, ModelPack, ReadFace } from '@rollcall/vision';
import { readPictures, type ReadPictures } from './read-pictures.js';

/** The embedding of each picture's main face; null where no face was found. */
export type Embeddings = ReadPictures<Float32Array | null>;

/** Each picture's main face; null where no face was found. */
export type MainFaces = ReadPictures<ReadFace | null>;

/**
 * Embeds pictures as the product would. Data sets show the labelled person in the middle, sometimes with others
 * around, so the face is the one that is large and central.
 */
export const embedPictures = (pack: ModelPack, paths: Iterable<string>): Promise<Embeddings> =>
  readPictures(pack, paths, EMBEDDING, (reading) => mainFace(reading)?.embedding ?? null);

/** Reads pictures as `embedPictures` does, for whoever wants more of the face than its embedding. */
export const readMainFaces = (pack: ModelPack, paths: Iterable<string>): Promise<MainFaces> =>
  readPictures(pack, paths, EMBEDDING, (reading) => mainFace(reading) ?? null);

const EMBEDDING = { what: 'Embedding', embed: 'all' } as const;

/** How many pictures show no face. */
export const countWithoutFace = (found: ReadonlyMap<string, unknown>): number =>
  [...found.values()].filter((face) => face === null).length;

/** Area minus twice the squared distance of the face's centre from the picture's. */
function mainFace({ width, height, faces }: FaceReading): ReadFace | undefined {
  const weight = ({ box }: ReadFace) => {
    const dx = box.x + box.width / 2 - width / 2;
    const dy = box.y + box.height / 2 - height / 2;
    return box.width * box.height - 2 * (dx * dx + dy * dy);
  };
  return [...faces].sort((a, b) => weight(b) - weight(a))[0];
}

/** Of unit vectors; -1, which no threshold takes, where one of them is missing. */
export function cosine(a: Float32Array | null | undefined, b: Float32Array | null | undefined): number {
  if (!a || !b) return -1;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
