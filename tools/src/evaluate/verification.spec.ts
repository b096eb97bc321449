import {
  bestThreshold,
  foldedAccuracy,
  operatingPointAt,
  rocCurve,
  type ScoredPair,
} from './verification.js';

const pair = (similarity: number, genuine: boolean, fold = 0): ScoredPair => ({ similarity, genuine, fold });

describe('verification', () => {
  const separable = [0, 1].flatMap((fold) => [
    pair(0.9, true, fold),
    pair(0.7, true, fold),
    pair(0.3, false, fold),
    pair(0.1, false, fold),
  ]);

  it('finds the threshold between genuine and impostor pairs', () => {
    expect(bestThreshold(separable)).toBeCloseTo(0.5, 9);
    expect(foldedAccuracy(separable)).toMatchObject({ mean: 1, standardError: 0 });
  });

  it('tests each fold with the threshold of the others', () => {
    // Fold 1 alone would choose 0.5; fold 0 chooses 0.25, which takes fold 1's impostor of 0.3 for genuine.
    const pairs = [pair(0.4, true, 0), pair(0.1, false, 0), pair(0.7, true, 1), pair(0.3, false, 1)];
    expect(foldedAccuracy(pairs).mean).toBeCloseTo((0.5 + 0.5) / 2, 9);
  });

  it('computes the standard error over the folds', () => {
    const pairs = [pair(0.4, true, 0), pair(0.1, false, 0), pair(0.7, true, 1), pair(0.2, false, 1)];
    // Fold 0 is tried at 0.45 (half right), fold 1 at 0.25 (all right): deviation 0.3536, over the root of two.
    expect(foldedAccuracy(pairs).standardError).toBeCloseTo(0.25, 9);
  });

  it('gives the true match rate where at most the asked share of impostors passes', () => {
    const impostors = Array.from({ length: 100 }, (_, i) => pair(i / 200, false));
    const genuines = Array.from({ length: 10 }, (_, i) => pair(0.45 + i / 20, true));
    const point = operatingPointAt([...impostors, ...genuines], 0.01);
    expect(point.fmr).toBe(0.01);
    expect(point.threshold).toBeGreaterThan(0.49);
    expect(point.tmr).toBe(0.9);
  });

  it('draws a curve that only rises', () => {
    const curve = rocCurve(separable);
    expect(curve[0]).toMatchObject({ fmr: 0 });
    expect(curve.at(-1)).toMatchObject({ fmr: 1, tmr: 1 });
    for (const [i, point] of curve.slice(1).entries())
      expect(point.tmr).toBeGreaterThanOrEqual(curve[i]!.tmr);
  });
});
