import { poolSize } from './pool-size.js';

const GIB = 2 ** 30;

describe('poolSize', () => {
  it.each([
    [1, 1, 1],
    [2, 2, 1],
    [4, 2, 2],
    [6, 3, 2],
    [8, 4, 2],
    [64, 16, 4],
    [128, 16, 4],
  ])('on %d cores has %d workers with %d threads', (cores, workers, threads) => {
    expect(poolSize(cores, 256 * GIB)).toEqual({ workers, threads });
  });

  it('has no more workers than there is memory for, and at least one', () => {
    expect(poolSize(64, 4 * GIB)).toEqual({ workers: 8, threads: 4 });
    expect(poolSize(8, GIB / 4)).toEqual({ workers: 1, threads: 2 });
  });
});
