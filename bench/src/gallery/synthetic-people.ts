import { noiseFrom } from './noise.js';

/** How a probe resembles its person: clearly, hardly, about as much as is asked, two people alike, or that it is nobody's. */
export type ProbeKind = 'good' | 'hard' | 'edge' | 'between' | 'stranger';

export interface SyntheticProbe {
  readonly kind: ProbeKind;
  readonly embedding: Float32Array;
  /** Whose face it is; null where it is nobody's, or two people's. */
  readonly personId: string | null;
}

/** Cosine of a probe with the photo that it resembles most; from 0.33 to 0.47 at the edge. */
const LIKENESS = {
  good: () => 0.74,
  hard: () => 0.51,
  edge: (n: number) => 0.33 + 0.14 * ((n * 0.618_034) % 1),
} as const;
/** Cosine with the middle of two people's photos: about 0.67 with each of them. */
const BETWEEN = 0.95;
/** Cosines of a person's photos with the person's own direction: 0.62 to 0.77 among each other (1st to 99th percentile). */
const OWN_DIRECTION = { least: 0.797, most: 0.872 };
/**
 * Variance falls by e^-3.46 from the first entry to the last: two people's cosine then has a standard deviation of 0.06 at
 * 512 entries, as embeddings of a recogniser have, and not the 0.044 of directions that are equally likely.
 */
const DECAY = 3.46;
/** Every kind has noise of its own. */
const SALT = { good: 1, hard: 2, edge: 3, between: 4 } as const;
/** Beyond any gallery: those whom nobody enrolled. */
const STRANGERS_FROM = 2 ** 31;

/**
 * People that do not exist: the same seed gives the same faces in every process, whoever is asked for first. Vectors are as
 * a model gives them, not rotated.
 */
export class SyntheticPeople {
  private readonly spread: Float64Array;

  constructor(
    private readonly seed: number,
    readonly dimension: number,
    readonly perPerson: number,
  ) {
    this.spread = Float64Array.from({ length: dimension }, (_, i) =>
      Math.exp((-DECAY / 2) * (i / dimension)),
    );
  }

  /** A version 7 UUID: people in the order in which they were made, as in life. */
  idOf(person: number): string {
    return `01980000-0000-7000-8000-${person.toString(16).padStart(12, '0')}`;
  }

  /** Every photo of one person: unit vectors. */
  templates(person: number): Float32Array[] {
    const next = noiseFrom(this.seed, person);
    const own = this.direction(next);
    const { least, most } = OWN_DIRECTION;
    return Array.from({ length: this.perPerson }, (_, i) => {
      const along = least + ((most - least) * ((person * 7 + i * 3) % 11)) / 10;
      return this.near(own, along, next);
    });
  }

  /** The n-th probe of a kind, against a gallery of so many people. */
  probe(kind: ProbeKind, n: number, people: number): SyntheticProbe {
    if (kind === 'stranger') {
      const [embedding] = this.templates(STRANGERS_FROM + n) as [Float32Array];
      return { kind, embedding, personId: null };
    }
    const person = shuffled(n, people);
    const photo = this.templates(person)[n % this.perPerson]!;
    const next = noiseFrom(this.seed + SALT[kind], n);
    if (kind === 'between') {
      const other = this.templates((person + 1) % people)[0]!;
      return { kind, embedding: this.near(middle(photo, other), BETWEEN, next), personId: null };
    }
    const embedding = this.near(photo, LIKENESS[kind](n), next);
    return { kind, embedding, personId: this.idOf(person) };
  }

  private direction(next: () => number): Float32Array {
    const { dimension, spread } = this;
    const vector = new Float32Array(dimension);
    let squares = 0;
    for (let i = 0; i < dimension; i++) {
      const value = next() * spread[i]!;
      vector[i] = value;
      squares += value * value;
    }
    const scale = 1 / Math.sqrt(squares);
    for (let i = 0; i < dimension; i++) vector[i]! *= scale;
    return vector;
  }

  /** A unit vector whose cosine with another one is `cosine`. */
  private near(center: Float32Array, cosine: number, next: () => number): Float32Array {
    const vector = this.direction(next);
    const along = dot(vector, center);
    const across = Math.sqrt((1 - cosine ** 2) / (1 - along ** 2));
    for (let i = 0; i < vector.length; i++)
      vector[i] = cosine * center[i]! + across * (vector[i]! - along * center[i]!);
    return vector;
  }
}

/** Visits everybody before anybody twice: the multiplier is a prime. */
const shuffled = (n: number, people: number) =>
  Number((BigInt(n) * 2_654_435_761n + 12_345n) % BigInt(people));

function middle(a: Float32Array, b: Float32Array): Float32Array {
  const sum = a.map((value, i) => value + b[i]!);
  const length = Math.sqrt(dot(sum, sum));
  return sum.map((value) => value / length);
}

/** Cosine of two unit vectors. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
