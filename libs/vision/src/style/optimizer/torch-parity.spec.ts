import { quadratic, rosenbrock } from '../../../test/test-functions.js';
import { minimize, type OptimizerChoice } from './minimize.js';
import type { Evaluate } from './minimizer.js';

const bowl = quadratic([1, 3, 10, 0.5, 7, 2, 30, 0.1]);
const low = Array<number>(8).fill(-3);
const valley = [-1.2, 1];

/** Losses of torch.optim 2.13.0 at its first evaluations of the same functions from the same points, in float32. */
const RECORDED: [string, Evaluate, number[], OptimizerChoice, number[]][] = [
  [
    'LBFGS, three steps kept',
    bowl,
    low,
    { kind: 'lbfgs', history: 3 },
    [
      1618, 1431.2169, 159.0056, 108.26999, 29.844217, 17.681278, 7.210514, 19.072544, 6.22947, 5.972091,
      3.662308, 2.942919, 2.756595, 2.433009, 2.257058, 2.111362,
    ],
  ],
  [
    'LBFGS at its defaults',
    rosenbrock,
    valley,
    { kind: 'lbfgs' },
    [
      24.2, 112.448051, 18.773764, 91.478394, 6.412441, 4.32363, 3.979499, 3.973123, 3.966617, 3.934371,
      3.848658, 2.781852, 17.65957, 2.698257, 2.631114, 2.884763, 2.474098,
    ],
  ],
  [
    'LBFGS at half the rate',
    rosenbrock,
    valley,
    { kind: 'lbfgs', rate: 0.5 },
    [
      24.2, 21.982004, 11.011188, 5.017417, 4.276534, 4.14935, 4.11877, 4.109038, 4.103832, 4.098459,
      4.090035, 4.074977, 4.047838, 4.001968, 3.935474,
    ],
  ],
  [
    'LBFGS with strong_wolfe',
    rosenbrock,
    valley,
    { kind: 'lbfgs', lineSearch: 'strong-wolfe' },
    [
      24.2, 112.448051, 4.146927, 4.125587, 4.121127, 4.111817, 4.084957, 4.022282, 3.909142, 3.758913,
      3.423154, 2.85976, 2.456257, 1.820466, 18.344887, 1.718194, 1.657963, 1.496865, 1.135093, 0.920305,
      0.652927, 130.872543, 1.610446, 0.464127,
    ],
  ],
  [
    'Adam',
    rosenbrock,
    valley,
    { kind: 'adam', rate: 0.1 },
    [
      24.2, 5.62, 6.266927, 11.803541, 12.869143, 9.967459, 6.267615, 4.278134, 4.81929, 6.723569, 7.95124,
      7.521124,
    ],
  ],
];

it.each(RECORDED)('takes the same way as torch.optim: %s', async (_, evaluate, start, choice, recorded) => {
  const losses: number[] = [];
  for await (const { loss } of minimize(Float32Array.from(start), evaluate, choice)) {
    losses.push(loss);
    if (losses.length === recorded.length) break;
  }
  expect(losses).toHaveLength(recorded.length);
  const errors = losses.map((loss, i) => Math.abs(loss / recorded[i]! - 1));
  expect(Math.max(...errors)).toBeLessThan(2e-3);
});
