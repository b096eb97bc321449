import { randomBytes } from 'node:crypto';
import { TemplateRotation } from './template-rotation.js';

const DIMENSIONS = [2, 3, 128, 200, 512];
const key = () => randomBytes(32);

/** Unit vectors as a model gives them, from a fixed sequence of pseudo-random numbers. */
function unitVectors(count: number, dimension: number): Float32Array[] {
  let state = 42;
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  return Array.from({ length: count }, () => {
    const vector = Array.from({ length: dimension }, next);
    const length = Math.hypot(...vector);
    return Float32Array.from(vector, (value) => value / length);
  });
}

const cosine = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let [dot, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    dot += a[i]! * b[i]!;
    aa += a[i]! ** 2;
    bb += b[i]! ** 2;
  }
  return dot / Math.sqrt(aa * bb);
};

describe.each(DIMENSIONS)('a rotation of %i dimensions', (dimension) => {
  const rotation = new TemplateRotation(key(), 'model', dimension);
  const vectors = unitVectors(12, dimension);
  const rotated = vectors.map((vector) => rotation.apply(vector));

  it('leaves every cosine what it was, to a millionth', () => {
    for (let i = 0; i < vectors.length; i++) {
      for (let j = 0; j < i; j++) {
        expect(Math.abs(cosine(rotated[i]!, rotated[j]!) - cosine(vectors[i]!, vectors[j]!))).toBeLessThan(
          1e-6,
        );
      }
    }
  });

  it('keeps the length of one', () => {
    for (const vector of rotated) expect(Math.abs(Math.hypot(...vector) - 1)).toBeLessThan(1e-6);
  });

  it('takes vectors of its dimension only', () => {
    expect(() => rotation.apply(new Float32Array(dimension + 1))).toThrow(RangeError);
  });
});

describe('the key of a rotation', () => {
  const [vector] = unitVectors(1, 512) as [Float32Array];

  it('the same key and model rotate the same way, after a restart as well', () => {
    const secret = key();
    const [one, again] = [1, 2].map(() => new TemplateRotation(secret, 'model', 512));
    expect(one!.keyId).toBe(again!.keyId);
    expect(one!.apply(vector)).toEqual(again!.apply(vector));
  });

  it('another key or another model matches nothing', () => {
    const secret = key();
    const stored = new TemplateRotation(secret, 'model', 512).apply(vector);
    const others = [new TemplateRotation(key(), 'model', 512), new TemplateRotation(secret, 'another', 512)];
    // Of two independent directions in 512 dimensions the cosine has a standard deviation of 0.044.
    for (const other of others) expect(Math.abs(cosine(stored, other.apply(vector)))).toBeLessThan(0.27);
    expect(Math.abs(cosine(stored, vector))).toBeLessThan(0.27);
  });

  it('names itself without giving itself away', () => {
    const secret = key();
    const { keyId } = new TemplateRotation(secret, 'model', 128);
    expect(keyId).toMatch(/^[0-9a-f]{8}$/);
    expect(new TemplateRotation(key(), 'model', 128).keyId).not.toBe(keyId);
    expect(secret.toString('hex')).not.toContain(keyId);
  });

  it('spreads what stands at one place over many', () => {
    const single = new Float32Array(512);
    single[7] = 1;
    const spread = new TemplateRotation(key(), 'model', 512).apply(single);
    expect(Math.max(...spread.map(Math.abs))).toBeLessThan(0.5);
  });
});

describe('taking a rotation back', () => {
  const furthest = (a: Float32Array[], b: Float32Array[]) => {
    let worst = 0;
    for (let i = 0; i < a.length; i++)
      for (let j = 0; j < i; j++)
        worst = Math.max(worst, Math.abs(cosine(a[i]!, a[j]!) - cosine(b[i]!, b[j]!)));
    return worst;
  };
  /** As the database keeps it: in 32 bits. */
  const kept = (vector: number[]) => Float32Array.from(vector);

  it.each(DIMENSIONS)('gives the vector of %i dimensions that the model gave', (dimension) => {
    const rotation = new TemplateRotation(key(), 'model', dimension);
    for (const vector of unitVectors(5, dimension)) {
      const back = rotation.invert(kept(rotation.apply(vector)));
      expect(Math.max(...back.map((value, i) => Math.abs(value - vector[i]!)))).toBeLessThan(1e-6);
    }
    expect(() => rotation.invert(new Float32Array(dimension + 1))).toThrow(RangeError);
  });

  it.each(DIMENSIONS)(
    'and issuing it anew leaves every cosine of %i dimensions, to a millionth',
    (dimension) => {
      const vectors = unitVectors(12, dimension);
      const [old, renewed] = [1, 2].map(() => new TemplateRotation(key(), 'model', dimension));
      const stored = vectors.map((vector) => kept(old!.apply(vector)));
      const reissued = stored.map((vector) => kept(renewed!.apply(old!.invert(vector))));
      expect(furthest(stored, vectors)).toBeLessThan(1e-6);
      expect(
        furthest(
          stored.map((vector) => old!.invert(vector)),
          vectors,
        ),
      ).toBeLessThan(1e-6);
      expect(furthest(reissued, vectors)).toBeLessThan(1e-6);
    },
  );

  it('is what a thief without the key cannot do: nobody in a stolen table is like himself or anybody', () => {
    const people = unitVectors(200, 512);
    const mine = new TemplateRotation(key(), 'model', 512);
    const stolen = people.map((vector) => kept(mine.apply(vector)));
    const guessed = new TemplateRotation(key(), 'model', 512);
    const like = (probe: Float32Array) => Math.max(...stolen.map((vector) => cosine(vector, probe)));
    for (const probe of people.slice(0, 20)) {
      expect(like(kept(mine.apply(probe)))).toBeGreaterThan(0.999);
      // 200 strangers reach a cosine of about 0.13; 0.316 is where one in a thousand faces would be mistaken.
      expect(like(probe)).toBeLessThan(0.27);
      expect(like(kept(guessed.apply(probe)))).toBeLessThan(0.27);
    }
  });
});
