import { compareDecisions } from './decisions.js';

const planes = (data: number[], width = 2) => ({ width, height: 2, data });

describe('compareDecisions', () => {
  it('finds no flip where rounding crosses no tie', () => {
    const { relu, pool, rounding } = compareDecisions(
      planes([1.0001, 2, -1, 1]),
      planes([1, 2, -1, 1]),
      true,
    );
    expect([relu.count, pool?.count]).toEqual([0, 0]);
    expect(rounding).toBeCloseTo(1e-4 / Math.sqrt(7 / 4), 9);
  });

  it('counts the ReLUs that open for one alone, and shows the clearest', () => {
    const { relu, pool } = compareDecisions(planes([1, -1e-6, -2e-6, 3]), planes([1, 1e-6, 2e-6, 3]), false);
    expect(pool).toBeNull();
    expect(relu).toMatchObject({ count: 2, clearest: { at: [0, 1, 0], exact: [2e-6], single: [-2e-6] } });
    expect(relu.clearest?.margin).toBeCloseTo(2e-6 / Math.sqrt(10 / 4), 12);
  });

  it('counts the windows with another largest number, in every channel', () => {
    const exact = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 4, 0, 0, 3, 2];
    const single = exact.with(11, 5.5);
    expect(compareDecisions(planes(single, 4), planes(exact, 4), true).pool).toMatchObject({
      count: 1,
      clearest: { at: [1, 0, 2], exact: [5, 4, 3, 2], single: [5, 5.5, 3, 2] },
    });
  });

  it('takes no account of windows that pass no gradient', () => {
    expect(compareDecisions(planes([-2, -1, -3, -4]), planes([-1, -2, -3, -4]), true).pool?.count).toBe(0);
  });
});
