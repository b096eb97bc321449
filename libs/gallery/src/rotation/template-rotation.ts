import { createCipheriv, createHash, hkdfSync } from 'node:crypto';

const ROUNDS = 3;

/**
 * A secret rotation of embedding space. Three rounds of a keyed permutation, keyed sign flips and a Hadamard
 * transform: exactly orthogonal, so every cosine stays what it was, in O(d log d). Without the key a stored vector
 * can be compared with nothing that a public model computes.
 */
export class TemplateRotation {
  /** Names the key, so that templates of an older one are never compared with probes of a newer one. */
  readonly keyId: string;
  private readonly rounds: readonly Round[];

  /**
   * @param key 32 secret bytes
   * @param modelId each model gets a rotation of its own
   * @param dimension entries of a vector, at least 2
   */
  constructor(
    key: Buffer,
    modelId: string,
    readonly dimension: number,
  ) {
    this.keyId = TemplateRotation.idOf(key);
    const words = keyStream(key, modelId, ROUNDS * dimension * 2);
    this.rounds = Array.from({ length: ROUNDS }, () => new Round(words, dimension));
  }

  /** The name of a key: the same for every model, and of no use to find the key. */
  static idOf(key: Buffer): string {
    return createHash('sha256').update(key).digest('hex').slice(0, 8);
  }

  /**
   * The rotated vector, as the database keeps it; a unit vector stays one.
   *
   * @throws {RangeError} when it has not `dimension` entries
   */
  apply(embedding: ArrayLike<number>): number[] {
    let vector = this.checked(embedding);
    for (const round of this.rounds) vector = round.apply(vector);
    // By hand: `Array.from` takes as long as all three rounds.
    const plain = new Array<number>(vector.length);
    for (let i = 0; i < plain.length; i++) plain[i] = vector[i]!;
    return plain;
  }

  /**
   * The vector as the model gave it, from one that was rotated: so that it can be stored anew under another key.
   *
   * @throws {RangeError} when it has not `dimension` entries
   */
  invert(stored: ArrayLike<number>): Float32Array {
    let vector = this.checked(stored);
    for (const round of this.rounds.toReversed()) vector = round.invert(vector);
    return new Float32Array(vector);
  }

  private checked(vector: ArrayLike<number>): Float64Array<ArrayBuffer> {
    if (vector.length === this.dimension) return new Float64Array(vector);
    throw new RangeError(`This rotation takes ${this.dimension} entries, not ${vector.length}.`);
  }
}

class Round {
  private readonly order: Uint32Array;
  private readonly signs: Int8Array;

  constructor(words: Iterator<number, undefined>, dimension: number) {
    this.order = Uint32Array.from({ length: dimension }, (_, index) => index);
    for (let i = dimension - 1; i > 0; i--) {
      const j = next(words) % (i + 1);
      [this.order[i], this.order[j]] = [this.order[j]!, this.order[i]!];
    }
    this.signs = Int8Array.from({ length: dimension }, () => (next(words) & 1 ? -1 : 1));
  }

  apply(vector: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
    const { order, signs } = this;
    const mixed = new Float64Array(vector.length);
    for (let i = 0; i < mixed.length; i++) mixed[i] = vector[order[i]!]! * signs[i]!;
    for (const [from, to] of spans(mixed)) hadamard(mixed, from, to);
    return mixed;
  }

  /** Every step is undone, the last one first; a Hadamard transform undoes itself. */
  invert(vector: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
    const { order, signs } = this;
    const mixed = vector.slice();
    for (const [from, to] of spans(mixed).reverse()) hadamard(mixed, from, to);
    const original = new Float64Array(mixed.length);
    for (let i = 0; i < mixed.length; i++) original[order[i]!] = mixed[i]! * signs[i]!;
    return original;
  }
}

/** Where the dimension is no power of two, two overlapping transforms reach every entry. */
function spans({ length }: Float64Array): [from: number, to: number][] {
  const span = 1 << (31 - Math.clz32(length)); // An integer to V8, which a power is not: the loops run twice as fast.
  return span < length
    ? [
        [0, span],
        [length - span, length],
      ]
    : [[0, span]];
}

/** Fast Walsh-Hadamard transform of the entries `from` to `to`, in place, scaled to be orthogonal. */
function hadamard(vector: Float64Array, from: number, to: number): void {
  for (let half = 1; half < to - from; half *= 2) {
    for (let start = from; start < to; start += 2 * half) {
      for (let i = start; i < start + half; i++) {
        const a = vector[i]!;
        const b = vector[i + half]!;
        vector[i] = a + b;
        vector[i + half] = a - b;
      }
    }
  }
  const scale = 1 / Math.sqrt(to - from);
  for (let i = from; i < to; i++) vector[i]! *= scale;
}

function* keyStream(key: Buffer, modelId: string, words: number): Generator<number, undefined> {
  const streamKey = Buffer.from(hkdfSync('sha256', key, 'rollcall', `rotation ${modelId}`, 32));
  const cipher = createCipheriv('aes-256-ctr', streamKey, Buffer.alloc(16));
  const bytes = cipher.update(Buffer.alloc(words * 4));
  for (let i = 0; i < words; i++) yield bytes.readUInt32LE(i * 4);
  return undefined;
}

function next(words: Iterator<number, undefined>): number {
  const word: IteratorResult<number, undefined> = words.next();
  if (word.done) throw new Error('The key stream is too short.');
  return word.value;
}
