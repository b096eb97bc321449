import { percentile } from '../statistics.js';
import { dot, SyntheticPeople, type ProbeKind } from './synthetic-people.js';

const PEOPLE = 400;
const people = new SyntheticPeople(1, 512, 4);
const everybody = Array.from({ length: PEOPLE }, (_, i) => people.templates(i));
const numbers = Array.from({ length: 100 }, (_, n) => n);

const deviation = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);
const best = (probe: Float32Array, of: readonly Float32Array[]) =>
  Math.max(...of.map((template) => dot(template, probe)));

describe('synthetic people', () => {
  it('are the same in every process, whoever is asked for first', () => {
    const again = new SyntheticPeople(1, 512, 4);
    expect(again.templates(7)).toEqual(everybody[7]);
    expect(again.probe('good', 3, PEOPLE)).toEqual(people.probe('good', 3, PEOPLE));
    expect(new SyntheticPeople(2, 512, 4).templates(7)).not.toEqual(everybody[7]);
  });

  it('have unit vectors', () => {
    for (const template of everybody.flat()) expect(Math.abs(dot(template, template) - 1)).toBeLessThan(1e-5);
  });

  it('resemble themselves by a cosine of 0.62 to 0.77', () => {
    const own = everybody.flatMap((photos) =>
      photos.flatMap((photo, i) => photos.slice(0, i).map((other) => dot(photo, other))),
    );
    expect(Math.abs(percentile(own, 0.01) - 0.62)).toBeLessThan(0.015);
    expect(Math.abs(percentile(own, 0.99) - 0.77)).toBeLessThan(0.015);
  });

  it('resemble others with a standard deviation of 0.06, around nothing', () => {
    const others = everybody.flatMap((photos, i) =>
      everybody.slice(0, i).map((others) => dot(photos[i % 4]!, others[0]!)),
    );
    expect(deviation(others)).toBeCloseTo(0.06, 2);
    expect(percentile(others, 0.5)).toBeCloseTo(0, 2);
  });

  it.each([
    ['good', 0.74],
    ['hard', 0.51],
  ] as const)('are probed by %s pictures, %d from the best photo', (kind: ProbeKind, likeness) => {
    for (const n of numbers) {
      const { embedding, personId } = people.probe(kind, n, PEOPLE);
      const own = everybody.findIndex((_, i) => people.idOf(i) === personId);
      expect(best(embedding, everybody[own]!)).toBeCloseTo(likeness, 4);
    }
  });

  it('are all probed before anybody is probed twice', () => {
    const probed = Array.from({ length: PEOPLE }, (_, n) => people.probe('hard', n, PEOPLE).personId);
    expect(new Set(probed).size).toBe(PEOPLE);
  });

  it('are no strangers, who resemble nobody', () => {
    const likeness = numbers.map((n) =>
      best(people.probe('stranger', n, PEOPLE).embedding, everybody.flat()),
    );
    expect(Math.max(...likeness)).toBeLessThan(0.35);
  });
});
