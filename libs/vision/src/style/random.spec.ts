import { uniform } from './random.js';

it.each([1, 2, 0, -7, 2 ** 31])(
  'uniform numbers of the seed %d are spread over 0 to 1 and come again',
  (seed) => {
    const [one, again] = [uniform(seed), uniform(seed)];
    const drawn = Array.from({ length: 4000 }, one);
    expect(drawn.slice(0, 100)).toEqual(Array.from({ length: 100 }, again));
    expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
    for (const tenth of [0, 3, 9]) {
      const share = drawn.filter((value) => Math.floor(value * 10) === tenth).length / drawn.length;
      expect(Math.abs(share - 0.1)).toBeLessThan(0.02);
    }
  },
);

it('other seeds give other numbers', () => {
  expect(uniform(1)()).not.toBeCloseTo(uniform(2)(), 3);
});
