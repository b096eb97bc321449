import { errorCurve } from './error-curve.js';
import { scoreHistogram } from './histogram.js';
import {
  effectiveComparisons,
  fmrFor,
  fpirAt,
  fpirFrom,
  thresholdFor,
  type ImpostorTail,
} from './impostor-tail.js';
import { isAbove, LEAST_PEOPLE, ownBounds } from './own-rate.js';
import { suggestThreshold } from './suggested-threshold.js';

/** arcface-mbf, 9.2 million impostor pairs. */
const TAIL: ImpostorTail = [
  { fmr: 1e-3, threshold: 0.316 },
  { fmr: 1e-4, threshold: 0.389 },
  { fmr: 1e-5, threshold: 0.455 },
];

describe('scoreHistogram', () => {
  it('counts every score in the bin that it begins or lies in', () => {
    const { counts } = scoreHistogram([-1, -0.51, -0.5, 0, 0.3, 0.49, 0.5, 1, 1.0000002], 0.5);
    expect(counts).toEqual([2, 1, 3, 3]);
    const fine = scoreHistogram([0.3, 0.58, 0.299999]).counts;
    expect([fine[64], fine[65], fine[79]]).toEqual([1, 1, 1]);
  });

  it('takes no width that leaves a rest, and no score that is none', () => {
    expect(() => scoreHistogram([], 0.3)).toThrow(RangeError);
    expect(() => scoreHistogram([NaN])).toThrow(RangeError);
  });
});

describe('errorCurve', () => {
  it('says who is turned away and who is let in', () => {
    const rates = errorCurve([0.3, 0.5, 0.7, 0.9], [0.1, 0.2, 0.4, 0.5], [0, 0.4, 0.5, 0.95]);
    expect(rates.map(({ fnir }) => fnir)).toEqual([0, 0.25, 0.25, 1]);
    expect(rates.map(({ fpir }) => fpir)).toEqual([1, 0.5, 0.25, 0]);
  });

  it('says nothing where nobody was asked', () => {
    expect(errorCurve([], [], [0.5])).toEqual([{ threshold: 0.5, fnir: null, fpir: null }]);
  });
});

describe('an impostor tail', () => {
  it.each([
    // Measured in an open set of 780 people with one photo each.
    [0.1, 780, 0.381],
    [0.01, 780, 0.445],
  ])('at an FPIR of %d among %d templates is where it was measured', (fpir, comparisons, threshold) => {
    expect(Math.abs(thresholdFor(TAIL, fpir, comparisons) - threshold)).toBeLessThan(0.005);
  });

  it('goes through its points', () => {
    for (const { fmr, threshold } of TAIL) expect(thresholdFor(TAIL, fmr, 1)).toBeCloseTo(threshold, 9);
  });

  it('asks for more as the gallery grows, and continues beyond what was measured', () => {
    const sizes = [100, 1e3, 1e4, 1e5, 1e6].map((size) => thresholdFor(TAIL, 0.01, size));
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    // The last decade of FMR cost 0.066, so does the next.
    expect(thresholdFor(TAIL, 1e-6, 1)).toBeCloseTo(0.521, 9);
    expect(thresholdFor(TAIL, 1e-2, 1)).toBeCloseTo(0.243, 9);
    expect(thresholdFor(TAIL, 1e-12, 1e9)).toBe(1);
  });

  it.each([0.2, 0.316, 0.35, 0.4, 0.455, 0.6])('knows the FPIR of the threshold %d', (threshold) => {
    expect(thresholdFor(TAIL, fpirAt(TAIL, threshold, 50), 50)).toBeCloseTo(threshold, 9);
  });

  it('goes on along its last decade, not along its last two points', () => {
    const bent = [...TAIL.slice(0, 2), { fmr: 3e-5, threshold: 0.8 }];
    const slope = (0.8 - 0.316) / Math.log10(1e-3 / 3e-5);
    expect(thresholdFor(bent, 1e-5, 1)).toBeCloseTo(0.8 + slope * Math.log10(3), 9);
    expect(fpirAt(bent, thresholdFor(bent, 1e-5, 1), 1)).toBeCloseTo(1e-5, 12);
    expect(thresholdFor(bent, 3e-5, 1)).toBeCloseTo(0.8, 9);
  });

  it('turns rates of searches into those of comparisons and back', () => {
    expect(fmrFor(0.01, 1)).toBeCloseTo(0.01, 12);
    expect(fmrFor(1e-12, 1e6)).toBeCloseTo(1e-18, 24);
    expect(fpirFrom(fmrFor(0.03, 12_345), 12_345)).toBeCloseTo(0.03, 12);
    expect(fpirAt(TAIL, -1, 10)).toBe(1);
  });

  it('refuses what makes no sense', () => {
    expect(() => thresholdFor(TAIL.slice(0, 1), 0.01, 10)).toThrow(RangeError);
    expect(() => thresholdFor(TAIL.toReversed(), 0.01, 10)).toThrow(RangeError);
    for (const rate of [0, 1, -0.1, NaN]) expect(() => thresholdFor(TAIL, rate, 10)).toThrow(RangeError);
    for (const count of [0, -1, NaN]) expect(() => thresholdFor(TAIL, 0.01, count)).toThrow(RangeError);
  });
});

describe('the comparisons that a gallery amounts to', () => {
  it('are its people where each has one template, whatever the exponent', () => {
    for (const exponent of [0, 0.6, 1]) expect(effectiveComparisons(60, 60, exponent)).toBe(60);
  });

  it('lie between its people and its templates', () => {
    expect(effectiveComparisons(60, 240, 0)).toBe(60);
    expect(effectiveComparisons(60, 240, 0.5)).toBeCloseTo(120, 9);
    expect(effectiveComparisons(60, 240, 1)).toBeCloseTo(240, 9);
  });

  it('are the templates where more people than those are said to have one, and one where nobody is', () => {
    expect(effectiveComparisons(60, 20, 0.5)).toBe(20);
    expect(effectiveComparisons(60, 0, 0.5)).toBe(1);
    expect(effectiveComparisons(0, 0, 0.5)).toBe(1);
  });

  it('have no exponent outside of that', () => {
    for (const exponent of [-0.1, 1.1, NaN]) {
      expect(() => effectiveComparisons(60, 60, exponent)).toThrow(RangeError);
    }
  });
});

describe('suggestThreshold', () => {
  /** As many best scores of strangers, evenly over their probabilities, as a tail that is `shift` more alike gives. */
  const impostors = (count: number, comparisons: number, shift: number) =>
    Array.from({ length: count }, (_, i) => thresholdFor(TAIL, (i + 0.5) / count, comparisons) + shift);

  it('follows the own gallery where that has seen enough', () => {
    const own = { impostors: impostors(5000, 1000, 0.05), people: 5000, comparisons: 1000 };
    const suggested = suggestThreshold({ fpir: 0.01, comparisons: 1000, tail: TAIL, own });
    expect(suggested.basis).toBe('own');
    expect(suggested.threshold).toBeCloseTo(thresholdFor(TAIL, 0.01, 1000) + 0.05, 3);
    expect(own.impostors.filter((score) => score >= suggested.threshold)).toHaveLength(50);
  });

  it('lets the own gallery place the curve and the tail continue it', () => {
    const own = { impostors: impostors(400, 1000, 0.05), people: 400, comparisons: 1000 };
    const suggested = suggestThreshold({ fpir: 0.001, comparisons: 1000, tail: TAIL, own });
    expect(suggested.basis).toBe('blend');
    expect(suggested.shift).toBeCloseTo(0.05, 2);
    expect(Math.abs(suggested.threshold - (thresholdFor(TAIL, 0.001, 1000) + 0.05))).toBeLessThan(0.005);
  });

  it('looks ahead: own scores of a small gallery, asked for a large one', () => {
    const own = { impostors: impostors(5000, 1000, 0.05), people: 5000, comparisons: 1000 };
    const suggested = suggestThreshold({ fpir: 0.1, comparisons: 10_000, tail: TAIL, own });
    expect(suggested.basis).toBe('own');
    expect(suggested.threshold).toBeCloseTo(thresholdFor(TAIL, 0.1, 10_000) + 0.05, 2);
  });

  it.each([0, 5, 39])('believes the tail alone where %d probes were seen', (count) => {
    const own = { impostors: impostors(count, 1000, 0.3), people: count, comparisons: 1000 };
    const suggested = suggestThreshold({ fpir: 0.01, comparisons: 780, tail: TAIL, own });
    expect(suggested).toEqual({ threshold: thresholdFor(TAIL, 0.01, 780), basis: 'tail', shift: 0 });
    expect(suggestThreshold({ fpir: 0.01, comparisons: 780, tail: TAIL })).toEqual(suggested);
  });

  it('is not led astray by scores that are all the same', () => {
    const own = { impostors: Array.from({ length: 2000 }, () => 0.4), people: 2000, comparisons: 1000 };
    const { threshold } = suggestThreshold({ fpir: 0.05, comparisons: 1000, tail: TAIL, own });
    expect(threshold).toBeGreaterThan(0.4);
    expect(threshold).toBeLessThan(0.41);
  });

  it('believes the tail alone where many photos show few people', () => {
    const own = { impostors: impostors(400, 1000, 0.3), people: LEAST_PEOPLE - 1, comparisons: 1000 };
    expect(suggestThreshold({ fpir: 0.01, comparisons: 780, tail: TAIL, own }).basis).toBe('tail');
  });

  it('suggests nothing at which the own people are taken for one another beyond chance', () => {
    const comparisons = 70;
    // Most are as alike as the tail says, and two pairs are much more so.
    const ordinary = impostors(67, comparisons, 0).map((score) => Math.min(score, 0.38));
    const own = { impostors: [...ordinary, 0.6, 0.6, 0.5, 0.5], people: 71, comparisons };
    const { threshold } = suggestThreshold({ fpir: 0.01, comparisons, tail: TAIL, own });
    const rate = own.impostors.filter((score) => score >= threshold).length / 71;
    expect(threshold).toBeGreaterThan(0.5);
    expect(isAbove({ rate, people: 71 }, 0.01)).toBe(false);
    expect(isAbove({ rate: 4 / 71, people: 71 }, 0.01)).toBe(true);
  });
});

describe("the own gallery's rate", () => {
  it('is above the asked one where chance would do that less than one time in twenty', () => {
    expect(isAbove({ rate: 3 / 71, people: 71 }, 0.01)).toBe(true);
    expect(isAbove({ rate: 3 / 71, people: 71 }, 0.02)).toBe(false);
    expect(isAbove({ rate: 2 / 71, people: 71 }, 0.01)).toBe(false);
    expect(isAbove({ rate: 0.012, people: 1000 }, 0.01)).toBe(false);
    expect(isAbove({ rate: 0.022, people: 1000 }, 0.01)).toBe(true);
    expect(isAbove({ rate: 0, people: 1000 }, 0.01)).toBe(false);
  });

  it.each([
    // Exact bounds of 5 in 50 and of none in 20, each by itself with 95 %: tables of the binomial distribution.
    [0.1, 100, 0.0402, 0.1984],
    [0, 40, 0, 0.1391],
    [1, 40, 0.8609, 1],
  ])('of %d among %d people lies between %d and %d', (rate, people, low, high) => {
    const bounds = ownBounds({ rate, people });
    expect(bounds.low).toBeCloseTo(low, 3);
    expect(bounds.high).toBeCloseTo(high, 3);
  });

  it('agrees with its bounds on what is above', () => {
    for (const rate of [0.02, 0.04, 0.08]) {
      const own = { rate, people: 200 };
      for (const asked of [0.001, 0.01, 0.03]) expect(isAbove(own, asked)).toBe(ownBounds(own).low > asked);
    }
  });

  it('takes no rate that is none, and no pair of one person', () => {
    expect(() => ownBounds({ rate: 1.1, people: 50 })).toThrow(RangeError);
    expect(() => isAbove({ rate: 0.1, people: 1 }, 0.01)).toThrow(RangeError);
  });
});
