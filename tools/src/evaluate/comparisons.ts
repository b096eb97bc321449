import { cosine } from './embeddings.js';

/** A picture's face: whose it is and its embedding, a unit vector. */
export interface LabelledFace {
  readonly person: string;
  readonly embedding: Float32Array;
}

/** Every comparison of two faces, by cosine. */
export interface Comparisons {
  /** Of one person, ascending. */
  readonly genuine: Float64Array;
  /** Of two people, ascending. */
  readonly impostor: Float64Array;
  /** The most alike two faces of each two people, ascending: exceedances of few people say less. */
  readonly peoplePairs: Float64Array;
}

/** Compares every face with every other: n (n - 1) / 2 comparisons. */
export function compareAll(faces: readonly LabelledFace[]): Comparisons {
  const index = new Map([...new Set(faces.map(({ person }) => person))].map((person, i) => [person, i]));
  const people = faces.map(({ person }) => index.get(person)!);
  const genuine = new Float64Array(countGenuine(people, index.size));
  const impostor = new Float64Array((faces.length * (faces.length - 1)) / 2 - genuine.length);
  const closest = new Float64Array(index.size ** 2).fill(Number.NaN);
  let [genuines, impostors] = [0, 0];
  for (let i = 0; i < faces.length; i++) {
    for (let j = 0; j < i; j++) {
      const similarity = cosine(faces[i]!.embedding, faces[j]!.embedding);
      if (people[i] === people[j]) {
        genuine[genuines++] = similarity;
        continue;
      }
      impostor[impostors++] = similarity;
      const pair = Math.min(people[i]!, people[j]!) * index.size + Math.max(people[i]!, people[j]!);
      if (!(closest[pair]! >= similarity)) closest[pair] = similarity;
    }
  }
  const peoplePairs = closest.filter((similarity) => !Number.isNaN(similarity));
  return { genuine: genuine.sort(), impostor: impostor.sort(), peoplePairs: peoplePairs.sort() };
}

function countGenuine(people: readonly number[], total: number): number {
  const faces = new Array<number>(total).fill(0);
  for (const person of people) faces[person]!++;
  return faces.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

/** How many of the ascending scores reach the threshold. */
export function countFrom(ascending: Float64Array, threshold: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < threshold) low = middle + 1;
    else high = middle;
  }
  return ascending.length - low;
}

export const shareFrom = (ascending: Float64Array, threshold: number): number =>
  countFrom(ascending, threshold) / ascending.length;
