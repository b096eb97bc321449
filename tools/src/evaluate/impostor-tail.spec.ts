import { measuredTail, readThreshold } from './impostor-tail.js';

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

  it('rises from point to point, of equal scores too', () => {
    const tail = measuredTail(Float64Array.from({ length: 10_000 }, (_, i) => (i < 9000 ? 0 : 0.5)));
    expect(tail).toEqual([
      { fmr: 0.1, threshold: expect.closeTo(0, 6) },
      { fmr: 1e-3, threshold: expect.closeTo(0.5, 6) },
    ]);
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

it('says where nobody measured', () => {
  const tail = [1, 2, 3].map((decade) => ({ fmr: 10 ** -decade, threshold: decade / 10 }));
  const found = (fpir: number) => readThreshold(tail, fpir, 1);
  expect(found(10 ** -2.5)).toEqual({ threshold: expect.closeTo(0.25, 9), extrapolated: false });
  expect(found(1e-6)).toEqual({ threshold: expect.closeTo(0.6, 9), extrapolated: true });
  expect(found(0.5).extrapolated).toBe(true);
  // A hundred comparisons want a hundredth of the rate.
  expect(readThreshold(tail, 0.05, 100).extrapolated).toBe(true);
});
