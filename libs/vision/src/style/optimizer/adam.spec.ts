import { quadratic, rosenbrock } from '../../../test/test-functions.js';
import { minimizeByAdam, type AdamOptions } from './adam.js';
import type { Evaluate } from './minimizer.js';

async function follow(start: number[], evaluate: Evaluate, options: AdamOptions, most: number) {
  const point = Float32Array.from(start);
  const points: number[][] = [];
  for await (const { loss } of minimizeByAdam(point, evaluate, options)) {
    points.push([...point]);
    if (points.length === most) return { points, loss };
  }
  return { points, loss: NaN };
}

describe('minimizeByAdam', () => {
  it('moves every entry by the rate at first, whatever its slope', async () => {
    const { points } = await follow([5, 5, 5], quadratic([1, 1000, 0.001]), { rate: 0.5 }, 2);
    for (const value of points[1]!) expect(value).toBeCloseTo(4.5, 4);
  });

  it('takes the steps of the paper, reckoned by hand', async () => {
    // f = (x - 0)^2 / 2 from 1: slopes 1, then x; b1 = 0.5, b2 = 0.75, no epsilon.
    const options = { rate: 0.1, beta1: 0.5, beta2: 0.75, epsilon: 0 };
    const { points } = await follow([1], quadratic([1]), options, 3);
    const first = 1 - 0.1;
    const mean = (0.5 * 0.5 * 1 + 0.5 * first) / (1 - 0.5 ** 2);
    const square = (0.75 * 0.25 * 1 + 0.25 * first ** 2) / (1 - 0.75 ** 2);
    expect(points[1]![0]).toBeCloseTo(first, 6);
    expect(points[2]![0]).toBeCloseTo(first - (0.1 * mean) / Math.sqrt(square), 6);
  });

  it('finds the floor of a bowl and of the valley of Rosenbrock', async () => {
    expect((await follow([9, 9, 9], quadratic([1, 10, 0.1]), { rate: 0.1 }, 1500)).loss).toBeLessThan(1e-6);
    expect((await follow([-1.2, 1], rosenbrock, { rate: 0.02 }, 4000)).loss).toBeLessThan(1e-4);
  });

  it('stops where the loss is no number', async () => {
    const broken: Evaluate = async () => ({ loss: NaN, gradient: Float32Array.of(NaN) });
    expect((await follow([0], broken, { rate: 1 }, 5)).points).toHaveLength(1);
  });
});
