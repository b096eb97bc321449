import type { Evaluate } from '../src/style/optimizer/minimizer.js';

/** Half of the sum of scale_i * (x_i - i)^2: lowest, 0, where x_i = i. */
export const quadratic =
  (scales: readonly number[]): Evaluate =>
  async (x) => {
    const gradient = x.map((value, i) => scales[i]! * (value - i));
    return { loss: x.reduce((sum, value, i) => sum + (scales[i]! * (value - i) ** 2) / 2, 0), gradient };
  };

/** Rosenbrock's valley in pairs of coordinates: lowest, 0, where all are 1 (The Computer Journal 3/3, 1960). */
export const rosenbrock: Evaluate = async (x) => {
  const gradient = new Float32Array(x.length);
  let loss = 0;
  for (let i = 0; i < x.length; i += 2) {
    const [a, b] = [x[i]!, x[i + 1]!];
    loss += 100 * (b - a * a) ** 2 + (1 - a) ** 2;
    gradient[i] = -400 * a * (b - a * a) - 2 * (1 - a);
    gradient[i + 1] = 200 * (b - a * a);
  }
  return { loss, gradient };
};
