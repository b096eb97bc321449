import { covering, linear, logarithmic, roundStep, ticks } from './plot.js';

describe('what a chart is drawn by', () => {
  it('puts values on the paper, also upside down', () => {
    const scale = linear({ from: 0, to: 1 }, { from: 200, to: 0 });
    expect([0, 0.25, 1].map(scale)).toEqual([200, 150, 0]);
  });

  it('gives every power of ten the same room and draws nothing under the floor', () => {
    const scale = logarithmic({ from: 0.001, to: 1 }, { from: 300, to: 0 });
    expect([1, 0.1, 0.01, 0.001, 0].map((value) => Math.round(scale(value)))).toEqual([
      0, 100, 200, 300, 300,
    ]);
  });

  it('has round ticks without the dust of binary fractions', () => {
    expect(ticks({ from: 0.1, to: 0.4 }, 0.1)).toEqual([0.1, 0.2, 0.3, 0.4]);
    expect(ticks({ from: -0.15, to: 0.1 }, 0.1)).toEqual([-0.1, 0, 0.1]);
  });

  it.each([
    [0.15, 3, 0.05],
    [1, 5, 0.2],
    [0.031, 3, 0.02],
    [9, 1, 10],
  ])('divides %d into about %d round steps of %d', (whole, count, step) => {
    expect(roundStep(whole, count)).toBeCloseTo(step, 9);
  });

  it('covers all values in full steps', () => {
    expect(covering([0.07, 0.93], 0.1)).toEqual({ from: 0, to: 1 });
    expect(covering([0.3, 0.6], 0.1)).toEqual({ from: 0.3, to: 0.6 });
  });
});
