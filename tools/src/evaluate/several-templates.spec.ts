import type { LabelledFace } from './comparisons.js';
import { random } from './random.js';
import { exponentOf, TemplateTally } from './several-templates.js';

const face = (person: string, ...embedding: number[]): LabelledFace => ({
  person,
  embedding: Float32Array.from(embedding),
});

/** The cosine of each photo with the probe's is its first number. */
const photos = (person: string, ...cosines: number[]) =>
  cosines.map((cosine) => face(person, cosine, Math.sqrt(1 - cosine ** 2)));

const close = (value: number) => expect.closeTo(value, 9) as number;

const PROBE = face('stranger', 1, 0);

function effectOf(faces: readonly LabelledFace[], threshold: number, most: number) {
  const tally = new TemplateTally(threshold, most);
  tally.add(faces);
  return tally.effect()!;
}

describe('templates of one person', () => {
  it('each bring their own strangers where one photo of several reaches the threshold', () => {
    const { byTemplates, exponent } = effectOf([PROBE, ...photos('ann', 0.9, 0, 0, 0)], 0.5, 4);
    // One of four photos: k of them hold it with probability k / 4.
    expect(byTemplates.map(({ fmr }) => fmr)).toEqual([0.25, 0.5, 0.75, 1].map(close));
    expect(exponent).toBeCloseTo(1, 9);
  });

  it('bring no more strangers than one does where they are all alike', () => {
    const { byTemplates, exponent } = effectOf(
      [PROBE, ...photos('ann', 0.9, 0.9, 0.9), ...photos('bob', 0, 0, 0)],
      0.5,
      3,
    );
    // Ann and Bob meet each other too: of the four pairs of a stranger and an enrolled one, one passes.
    expect(byTemplates.map(({ fmr }) => fmr)).toEqual([0.25, 0.25, 0.25]);
    expect(exponent).toBe(0);
  });

  it('find a known person more often; the probe is none of the templates', () => {
    // Two of three photos resemble each other and neither resembles the third.
    const ann = [face('ann', 1, 0, 0), face('ann', 1, 0, 0), face('ann', 0, 1, 0)];
    const { byTemplates } = effectOf([face('stranger', 0, 1, 0), ...ann], 0.5, 2);
    expect(byTemplates.map(({ fnir }) => fnir)).toEqual([2 / 3, 1 / 3].map(close));
  });

  it('are counted alike for every number of them: who has too few is a stranger only', () => {
    const few = photos('cem', 0.9, 0.9);
    const { byTemplates } = effectOf([PROBE, ...photos('ann', 0, 0, 0.9), ...few], 0.5, 3);
    expect(byTemplates[2]!.fmr).toBeCloseTo(1, 9);
    expect(byTemplates[0]!.fmr).toBeCloseTo(1 / 3, 9);
  });

  it('say nothing at a threshold that no stranger reaches', () => {
    expect(effectOf([PROBE, ...photos('ann', 0.1, 0.2)], 0.5, 2)).toBeUndefined();
  });
});

it('reads the exponent off a power of the templates', () => {
  expect(exponentOf([1, 2, 3, 4].map((k) => 0.001 * k ** 0.7))).toBeCloseTo(0.7, 9);
});

it('gives the spread over people who might have been met instead, around the exponent', () => {
  const next = random(3);
  const people = Array.from({ length: 20 }, (_, i) =>
    photos(`person ${i}`, ...Array.from({ length: 4 }, () => next() ** 2)),
  ).flat();
  const effect = effectOf(people, 0.999, 3);
  expect(effect.spread[0]).toBeLessThan(effect.exponent);
  expect(effect.spread[1]).toBeGreaterThan(effect.exponent);
  expect(effectOf(people, 0.999, 3)).toEqual(effect);
});
