import { overlap, suppress } from './nms.js';

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe('overlap', () => {
  it('is intersection over union', () => {
    expect(overlap(box(0, 0, 10, 10), box(0, 0, 10, 10))).toBe(1);
    expect(overlap(box(0, 0, 10, 10), box(5, 0, 10, 10))).toBeCloseTo(50 / 150);
    expect(overlap(box(0, 0, 10, 10), box(10, 0, 10, 10))).toBe(0);
    expect(overlap(box(0, 0, 10, 10), box(2, 2, 5, 5))).toBeCloseTo(0.25);
  });
});

describe('suppress', () => {
  it('keeps the first of those that overlap too much, and all others', () => {
    const best = { box: box(0, 0, 10, 10) };
    const shadow = { box: box(1, 1, 10, 10) };
    const apart = { box: box(30, 0, 10, 10) };
    expect(suppress([best, shadow, apart], 0.4)).toEqual([best, apart]);
  });

  it('lets a candidate on the limit stay', () => {
    const pair = [{ box: box(0, 0, 10, 10) }, { box: box(2, 2, 5, 5) }];
    expect(suppress(pair, 0.25)).toHaveLength(2);
    expect(suppress(pair, 0.249)).toHaveLength(1);
  });

  it('does not let a suppressed candidate suppress others', () => {
    const chain = [0, 5, 10].map((x) => ({ box: box(x, 0, 10, 10) }));
    expect(suppress(chain, 0.3)).toEqual([chain[0], chain[2]]);
  });
});
