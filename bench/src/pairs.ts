import { PHOTOS, type Photo } from './photos.js';
import { relative } from 'node:path';

/** Line of a pair list: path, path, 1 or 0, with tabs between. */
type PairLine = string;

/**
 * Every pair of two front views of one person, and as many pairs of two people, drawn with a fixed seed: the list is
 * the same on every machine.
 */
export function frontalPairs(photos: readonly Photo[]): PairLine[] {
  const frontal = photos.filter(({ kind }) => kind !== 'profile');
  const genuine = frontal.flatMap((a, i) =>
    frontal.slice(i + 1).flatMap((b) => (a.person === b.person ? [line(a, b, 1)] : [])),
  );
  const random = seeded(20_260_101);
  const impostor: PairLine[] = [];
  while (impostor.length < genuine.length) {
    const [a, b] = [pick(frontal, random), pick(frontal, random)];
    if (a.person !== b.person) impostor.push(line(a, b, 0));
  }
  return [...genuine, ...impostor];
}

const line = (a: Photo, b: Photo, same: 0 | 1) =>
  [relative(PHOTOS, a.path), relative(PHOTOS, b.path), same].join('\t');
const pick = (photos: readonly Photo[], random: () => number) =>
  photos[Math.floor(random() * photos.length)]!;

/** Mulberry32: a small generator whose sequence is fixed by its seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
