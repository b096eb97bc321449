import type { TemplateBatch } from '../dist/index.js';

// Looked up once: Jest's globals are slow, and there are millions of numbers to make.
const { imul } = Math;
const SPREAD = Math.sqrt(3);

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** About normally distributed: the sum of four uniform numbers. */
export function noise(next: () => number): number {
  return (next() + next() + next() + next() - 2) * SPREAD;
}

export function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector));
  const scaled = new Float32Array(vector.length);
  for (let i = 0; i < vector.length; i++) scaled[i] = vector[i]! / length;
  return scaled;
}

export function unitVector(dimension: number, next: () => number): Float32Array {
  const vector = new Float32Array(dimension);
  for (let i = 0; i < dimension; i++) vector[i] = noise(next);
  return unit(vector);
}

/** A unit vector whose cosine with `center`, another one, is `cosine`. */
export function near(center: Float32Array, cosine: number, next: () => number): Float32Array {
  const across = unitVector(center.length, next);
  const along = dot(across, center);
  const length = Math.sqrt(1 - along ** 2);
  const sine = Math.sqrt(1 - cosine ** 2);
  for (let i = 0; i < across.length; i++)
    across[i] = cosine * center[i]! + (sine * (across[i]! - along * center[i]!)) / length;
  return across;
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

export interface Person {
  readonly id: string;
  readonly active: boolean;
  readonly templates: readonly Float32Array[];
}

export function batchOf(people: readonly Person[], dimension: number): TemplateBatch {
  const templates = people.flatMap((person) => person.templates);
  const vectors = new Float32Array(templates.length * dimension);
  templates.forEach((template, i) => vectors.set(template, i * dimension));
  return {
    personIds: people.map(({ id }) => id),
    active: people.map(({ active }) => active),
    rows: Uint32Array.from(people, (person) => person.templates.length),
    vectors,
  };
}

/** The exact answer: everyone's best cosine, best first. */
export function bruteForce(
  people: Iterable<Person>,
  probe: Float32Array,
): { personId: string; cosine: number }[] {
  return [...people]
    .filter(({ templates }) => templates.length > 0)
    .map(({ id, templates }) => ({ personId: id, cosine: Math.max(...templates.map((t) => dot(t, probe))) }))
    .sort((a, b) => b.cosine - a.cosine);
}
