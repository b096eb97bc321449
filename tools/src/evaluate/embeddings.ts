import { FaceEnginePool, type FaceReading, type ModelPack, type ReadFace } from '@rollcall/vision';
import { readPicture } from '../pictures.js';
import { Progress } from '../progress.js';

/** The embedding of each picture's main face by path; null where no face was found. */
export type Embeddings = ReadonlyMap<string, Float32Array | null>;

/** Each picture's main face by path; null where no face was found. */
export type MainFaces = ReadonlyMap<string, ReadFace | null>;

/**
 * Embeds pictures as the product would. Data sets show the labelled person in the middle, sometimes with others
 * around, so the face is the one that is large and central.
 */
export async function embedPictures(pack: ModelPack, paths: Iterable<string>): Promise<Embeddings> {
  const faces = await readMainFaces(pack, paths);
  return new Map([...faces].map(([path, face]) => [path, face?.embedding ?? null]));
}

/** Reads pictures as `embedPictures` does, for whoever wants more of the face than its embedding. */
export async function readMainFaces(pack: ModelPack, paths: Iterable<string>): Promise<MainFaces> {
  const queue = [...new Set(paths)];
  const progress = new Progress('Embedding', queue.length);
  const found = new Map<string, ReadFace | null>();
  const pool = await FaceEnginePool.open(pack, { maxWaiting: 4 });
  const reader = async () => {
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      const reading = await pool.read(await readPicture(path), { embed: 'all' });
      found.set(path, mainFace(reading) ?? null);
      progress.step();
    }
  };
  try {
    await Promise.all([reader(), reader()]);
  } finally {
    await pool.close();
    progress.end();
  }
  return found;
}

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
