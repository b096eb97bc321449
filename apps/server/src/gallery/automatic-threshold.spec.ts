import type { RecommendedThreshold } from '../vision/face-engine.js';
import { automaticThreshold, expectedFpir } from './automatic-threshold.js';

const pack: RecommendedThreshold = {
  threshold: 0.37,
  margin: 0.1,
  fpir: 0.01,
  source: 'arcface-mbf',
  measurement: 'arcface-mbf',
  impostorTail: [
    { fmr: 1e-3, threshold: 0.316 },
    { fmr: 1e-4, threshold: 0.389 },
    { fmr: 1e-5, threshold: 0.455 },
  ],
  templateExponent: 0.9,
};

const of = (people: number, each: number, fpir = 0.01) =>
  automaticThreshold(pack, fpir, { people, templates: people * each });

describe('the automatic threshold', () => {
  it('is that of the pack in a small gallery, and in an empty one', () => {
    expect(of(20, 1)).toBe(0.37);
    expect(of(0, 0)).toBe(0.37);
  });

  it('rises with the people, and less with their photos', () => {
    expect(of(780, 1)).toBeCloseTo(0.448, 3);
    expect(of(780, 3)).toBeGreaterThan(of(780, 1));
    expect(of(780, 3)).toBeLessThan(of(3 * 780, 1));
  });

  it('falls where more strangers may pass, not below the one of the pack', () => {
    expect(of(780, 1, 0.1)).toBeLessThan(of(780, 1));
    expect(of(780, 1, 0.9)).toBe(0.37);
  });

  it('keeps to the asked share, as a shown thousandth at the most', () => {
    for (const size of [
      { people: 100, templates: 300 },
      { people: 5000, templates: 5000 },
    ]) {
      const expected = expectedFpir(pack, automaticThreshold(pack, 0.01, size), size);
      expect(expected).toBeLessThanOrEqual(0.01);
      expect(expected).toBeGreaterThan(0.0095);
    }
  });

  it('stands while a model has fewer templates than there are people', () => {
    expect(automaticThreshold(pack, 0.01, { people: 500, templates: 3 })).toBe(0.37);
  });
});
