import { fmrForSearch, measuredTail, thresholdAt } from './impostor-tail.js';

/** Scores of which the share 10^(-10 t) exceeds t: a decade of FMR costs 0.1. */
const exponential = (count: number) =>
  Float64Array.from({ length: count }, (_, i) => -Math.log10((i + 0.5) / count) / 10).sort();

describe('the measured tail', () => {
  it('finds the thresholds of a known distribution', () => {
    const tail = measuredTail(exponential(1_000_000));
    for (const { fmr, threshold } of tail) expect(threshold).toBeCloseTo(-Math.log10(fmr) / 10, 2);
  });

  it('lets no more than the asked share reach the threshold, equal scores included', () => {
    const scores = Float64Array.from({ length: 1000 }, (_, i) => Math.floor(i / 15) / 100);
    for (const { fmr, threshold } of measuredTail(scores)) {
      expect(scores.filter((score) => score >= threshold).length / 1000).toBeLessThanOrEqual(fmr);
    }
  });

  it('goes only as deep as ten scores lie beyond', () => {
    expect(measuredTail(exponential(10_000)).at(-1)!.fmr).toBe(1e-3);
    expect(measuredTail(exponential(9_999)).at(-1)!.fmr).toBe(3e-3);
    expect(measuredTail(exponential(100_000)).at(-1)!.fmr).toBe(1e-4);
  });

  it('refuses to speak about too few comparisons', () => {
    expect(() => measuredTail(exponential(300))).toThrow(/too few/);
  });
});

describe('the threshold for a rate', () => {
  const tail = [1, 2, 3].map((decade) => ({ fmr: 10 ** -decade, threshold: decade / 10 }));

  it('is linear in the logarithm of the rate between the points', () => {
    expect(thresholdAt(tail, 1e-2)).toEqual({ threshold: expect.closeTo(0.2, 9), extrapolated: false });
    expect(thresholdAt(tail, 10 ** -2.5)).toEqual({
      threshold: expect.closeTo(0.25, 9),
      extrapolated: false,
    });
  });

  it('goes on along the last decade, and says so', () => {
    expect(thresholdAt(tail, 1e-6)).toEqual({ threshold: expect.closeTo(0.6, 9), extrapolated: true });
    expect(thresholdAt(tail, 0.5).extrapolated).toBe(true);
    const bent = [...tail, { fmr: 3e-4, threshold: 0.8 }];
    // From 0.2 at 1e-2 to 0.8 at 3e-4: the last half decade alone would be at 1 long before.
    expect(thresholdAt(bent, 1e-4).threshold).toBeCloseTo(
      0.8 + (0.6 * Math.log10(3)) / Math.log10(1e-2 / 3e-4),
      9,
    );
  });

  it('asks for no cosine above 1', () => {
    expect(thresholdAt(tail, 1e-20).threshold).toBe(1);
  });
});

it('shares the asked rate out among the comparisons of a search', () => {
  expect(fmrForSearch(0.01, 1)).toBeCloseTo(0.01, 12);
  const fmr = fmrForSearch(0.01, 10_000);
  expect(1 - (1 - fmr) ** 10_000).toBeCloseTo(0.01, 9);
  expect(fmrForSearch(0.01, 1e9)).toBeGreaterThan(0);
});
