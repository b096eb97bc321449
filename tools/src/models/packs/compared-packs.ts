import { readFile } from 'node:fs/promises';
import { FaceEngine, type ModelPack, type ReadFace } from '@rollcall/vision';

/** What two packs find on the same photos. */
export interface Compared {
  readonly photos: number;
  /** Faces that the first one found. */
  readonly faces: number;
  /** Of those, that the other found as well. */
  readonly both: number;
  /** Median way of the landmarks between both, in shares of the distance between the eyes. */
  readonly shift: number;
  /** Time of the other's detector over that of the first, on this machine: median over the photos. */
  readonly ratio: number;
}

/** Has two packs look at photos in turn. */
export async function comparedPacks(
  first: ModelPack,
  other: ModelPack,
  photos: readonly string[],
  done: () => void,
): Promise<Compared> {
  const engines = [await FaceEngine.open(first), await FaceEngine.open(other)] as const;
  const shifts: number[] = [];
  const ratios: number[] = [];
  let faces = 0;
  try {
    for (const photo of photos) {
      const bytes = await readFile(photo);
      const one = await engines[0].read(bytes, DETECT);
      const two = await engines[1].read(bytes, DETECT);
      faces += one.faces.length;
      shifts.push(...one.faces.flatMap((face) => shiftTo(face, two.faces) ?? []));
      ratios.push(two.timings.inference / one.timings.inference);
      done();
    }
  } finally {
    for (const engine of engines) await engine.close();
  }
  return { photos: photos.length, faces, both: shifts.length, shift: median(shifts), ratio: median(ratios) };
}

const DETECT = { embed: 'none' } as const;
/** Landmarks that are further apart than this share of the distance between the eyes are another face's. */
const SAME_FACE = 0.5;

/** How far the landmarks of the nearest face lie; null where none is near. */
function shiftTo({ landmarks }: ReadFace, others: readonly ReadFace[]): number | null {
  const ways = others.map(({ landmarks: there }) =>
    landmarks.reduce((sum, point, i) => sum + distance(point, there[i]!) / landmarks.length, 0),
  );
  const least = Math.min(...ways) / distance(landmarks[0], landmarks[1]);
  return least < SAME_FACE ? least : null;
}

type Point = readonly [number, number];
const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
