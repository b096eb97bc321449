import { isDoubtful, leastNormAt } from './mistaken-face.js';

describe('isDoubtful', () => {
  const box = { x: 0, y: 0, width: 80, height: 90 };

  it('is a face that the detector is not sure of, unless it is too small for more', () => {
    expect(isDoubtful({ score: 0.69, box })).toBe(true);
    expect(isDoubtful({ score: 0.7, box })).toBe(false);
    expect(isDoubtful({ score: 0.6, box: { ...box, width: 31 } })).toBe(false);
  });
});

describe('leastNormAt', () => {
  it('asks less of a face the further it is turned, and nothing of a full profile', () => {
    expect(leastNormAt(7.5, 0)).toBe(7.5);
    expect(leastNormAt(7.5, -60)).toBeCloseTo(3.75);
    expect(leastNormAt(7.5, 95)).toBeLessThan(0);
  });
});
