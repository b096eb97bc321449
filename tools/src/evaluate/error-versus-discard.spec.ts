import { errorVersusDiscard, idealFnmr, type GenuineComparison } from './error-versus-discard.js';

/** Ten comparisons of quality 0, 1 … 9; those of these qualities are misses. */
const tenWith = (...misses: number[]): GenuineComparison[] =>
  Array.from({ length: 10 }, (_, quality) => ({ quality, similarity: misses.includes(quality) ? 0.1 : 0.9 }));
const fnmrs = (comparisons: readonly GenuineComparison[], ...shares: number[]) =>
  errorVersusDiscard(comparisons, 0.5, shares).map(({ fnmr }) => fnmr);

describe('error versus discard', () => {
  it('falls as fast as it can where quality knows the misses', () => {
    expect(fnmrs(tenWith(0, 1), 0, 0.1, 0.2, 0.3)).toEqual([0.2, 1 / 9, 0, 0]);
    for (const share of [0, 0.1, 0.2, 0.3])
      expect(fnmrs(tenWith(0, 1), share)[0]).toBeCloseTo(idealFnmr(0.2, share), 9);
  });

  it('rises where quality is wrong', () => {
    expect(fnmrs(tenWith(9), 0, 0.5, 0.9)).toEqual([0.1, 0.2, 1]);
  });

  it('stays where every quality is the same, however the comparisons are ordered', () => {
    const alike = tenWith(0, 1).map((each) => ({ ...each, quality: 7 }));
    for (const order of [alike, [...alike].reverse()])
      for (const fnmr of fnmrs(order, 0, 0.1, 0.25, 0.9)) expect(fnmr).toBeCloseTo(0.2, 9);
  });

  it('shares what is equal on the border, and leaves out what is surely worse', () => {
    // Qualities 0, 1, 1, 1, 2 …: with 2 of 10 left out, two of the three of quality 1 remain.
    const tied = tenWith(1).map((each) =>
      each.quality > 3 || each.quality === 0 ? each : { ...each, quality: 1 },
    );
    expect(fnmrs(tied, 0.2)[0]).toBeCloseTo(2 / 3 / 8, 9);
  });

  it('counts what remains, and takes a score on the threshold for a match', () => {
    expect(errorVersusDiscard(tenWith(), 0.9, [0.05, 0.1])).toEqual([
      { discarded: 0.05, comparisons: 10, fnmr: 0 },
      { discarded: 0.1, comparisons: 9, fnmr: 0 },
    ]);
  });
});
