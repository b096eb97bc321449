import { poolSize } from './face-engine-pool.js';

describe('poolSize', () => {
  it.each([
    [1, 1, 1],
    [2, 2, 1],
    [4, 2, 2],
    [6, 3, 2],
    [64, 4, 2],
  ])('on %d cores has %d workers with %d threads', (cores, workers, threads) => {
    expect(poolSize(cores)).toEqual({ workers, threads });
  });
});
