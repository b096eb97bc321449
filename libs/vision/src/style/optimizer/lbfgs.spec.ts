import { quadratic, rosenbrock } from '../../../test/test-functions.js';
import { minimizeByLbfgs, type LbfgsOptions } from './lbfgs.js';
import type { Evaluate } from './minimizer.js';

/** Losses of at most `most` evaluations, and the point behind them. */
async function follow(start: number[], evaluate: Evaluate, options: LbfgsOptions, most = 500) {
  const point = Float32Array.from(start);
  const losses: number[] = [];
  for await (const { loss } of minimizeByLbfgs(point, evaluate, options)) {
    losses.push(loss);
    if (losses.length === most) break;
  }
  return { point, losses };
}

describe('minimizeByLbfgs', () => {
  it.each(['none', 'strong-wolfe'] as const)(
    'finds the floor of a long bowl, line search %s',
    async (lineSearch) => {
      const scales = Array.from({ length: 20 }, (_, i) => 0.1 + (i % 7));
      const { point, losses } = await follow(Array<number>(20).fill(-3), quadratic(scales), { lineSearch });
      expect(losses.at(-1)).toBeLessThan(1e-9);
      for (const [i, value] of point.entries()) expect(value).toBeCloseTo(i, 3);
      expect(losses.length).toBeLessThan(lineSearch === 'none' ? 60 : 40);
    },
  );

  it('follows the valley of Rosenbrock with a line search, every iterate lower than the one before', async () => {
    const { point, losses } = await follow([-1.2, 1, -1.2, 1], rosenbrock, { lineSearch: 'strong-wolfe' });
    expect(losses.at(-1)).toBeLessThan(1e-9);
    for (const value of point) expect(value).toBeCloseTo(1, 3);
    expect(losses.length).toBeLessThan(80);
  });

  it('does with the last few steps, as many as it is told', async () => {
    const scales = Array.from({ length: 50 }, (_, i) => 1 + i);
    const short = await follow(Array<number>(50).fill(0), quadratic(scales), { history: 3 });
    const long = await follow(Array<number>(50).fill(0), quadratic(scales), { history: 30 });
    expect(short.losses.at(-1)).toBeLessThan(1e-6);
    expect(long.losses.at(-1)).toBeLessThan(1e-6);
    expect(long.losses.length).toBeLessThan(short.losses.length);
  });

  it('stops where there is nothing to gain, and where the loss is no number', async () => {
    expect((await follow([0, 1, 2], quadratic([1, 1, 1]), {})).losses).toEqual([0]);
    const broken: Evaluate = async () => ({ loss: NaN, gradient: Float32Array.of(NaN) });
    expect((await follow([0], broken, {})).losses).toEqual([NaN]);
  });

  it('yields while the point is where it was evaluated', async () => {
    const point = Float32Array.of(-1.2, 1);
    for await (const { loss } of minimizeByLbfgs(point, rosenbrock, { lineSearch: 'strong-wolfe' }))
      expect((await rosenbrock(point)).loss).toBe(loss);
  });
});
