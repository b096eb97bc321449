import { decodePrior, priorAt, priorCount } from './ssd-priors.js';

describe('priors', () => {
  it('are 5118 on 512 x 512, from the small square of the first cell to the flat box of the only last one', () => {
    expect(priorCount(512, 512)).toBe(5118);
    expect(priorAt(0, 512, 512)).toEqual({ x: 8, y: 8, width: 51.2, height: 51.2 });
    expect(priorAt(5117, 512, 512)).toMatchObject({ x: 256, y: 256 });
    expect(() => priorAt(5118, 512, 512)).toThrow(RangeError);
  });

  it('keep cells and sizes on a smaller canvas, and round its cells up', () => {
    expect(priorCount(320, 192)).toBe(20 * 12 * 3 + (10 * 6 + 5 * 3 + 3 * 2 + 2 * 1 + 1) * 6);
    expect(priorAt(20 * 3, 320, 192)).toMatchObject({ x: 8, y: 24, height: 51.2 });
  });
});

describe('decodePrior', () => {
  const prior = { x: 100, y: 50, width: 40, height: 20 };

  it('leaves a prior that needs no correction where it is', () => {
    expect(decodePrior(prior, new Float32Array(4), 0)).toEqual({ x: 80, y: 40, width: 40, height: 20 });
  });

  it('moves by tenths of its size and grows by fifths of a logarithm', () => {
    const codes = Float32Array.from([9, 9, 9, 9, 5, -10, 5 * Math.LN2, 0]);
    const { x, y, width, height } = decodePrior(prior, codes, 1);
    expect([width, height]).toEqual([40, expect.closeTo(40, 4)]);
    expect(x).toBeCloseTo(100 - 40 - 20, 4);
    expect(y).toBeCloseTo(50 + 10 - 20, 4);
  });
});
