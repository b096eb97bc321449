import { applySimilarity } from '../alignment/similarity-transform.js';
import { intoCrop } from './attribute-network.js';

describe('intoCrop', () => {
  it('sets the middle of the box in the middle, and its longer side takes two thirds', () => {
    const into = intoCrop({ x: 100, y: 40, width: 60, height: 80 }, 192);
    expect(applySimilarity(into, [130, 80])).toEqual([96, 96]);
    expect(applySimilarity(into, [130, 40])[1]).toBeCloseTo(32, 10);
    expect(applySimilarity(into, [130, 120])[1]).toBeCloseTo(160, 10);
    expect(applySimilarity(into, [100, 80])[0]).toBeCloseTo(48, 10);
  });
});
