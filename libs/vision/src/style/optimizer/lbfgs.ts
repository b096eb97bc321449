import { LbfgsMemory } from './lbfgs-memory.js';
import type { Evaluate, Minimization } from './minimizer.js';
import { searchStrongWolfe } from './strong-wolfe.js';
import { absoluteSum, addScaled, dot, largestMagnitude } from './vectors.js';

/** How L-BFGS goes; what is left out is as in torch.optim.LBFGS. */
export interface LbfgsOptions {
  /** Length of each step in shares of the direction that the memory gives; 1. With a line search, of the first try. */
  readonly rate?: number;
  /** Steps that are remembered; 100. */
  readonly history?: number;
  /** The end is reached when no entry of the gradient is larger; 1e-7. */
  readonly gradientTolerance?: number;
  /** The end is reached when the loss would fall by less, or no entry of the point would move by more; 1e-9. */
  readonly changeTolerance?: number;
  /** `none` takes every step as it comes, one evaluation each; `strong-wolfe` looks for a good length. `none`. */
  readonly lineSearch?: 'none' | 'strong-wolfe';
}

/**
 * Minimises by L-BFGS: Nocedal and Wright, "Numerical Optimization" (2006), algorithm 7.5, with the first step, the
 * scaling and the tolerances of torch.optim.LBFGS, so that the same function takes the same way. Of torch's `step()`
 * nothing is left: it cuts the way into portions of 20 iterations and evaluates a point again where a portion ends by
 * its tolerance, which moves nothing.
 *
 * @param point is moved in place
 */
export async function* minimizeByLbfgs(
  point: Float32Array,
  evaluate: Evaluate,
  options: LbfgsOptions = {},
): Minimization {
  const { rate = 1, gradientTolerance = 1e-7, changeTolerance = 1e-9 } = options;
  const memory = new LbfgsMemory(options.history ?? 100);
  const direction = new Float32Array(point.length);
  let current = await evaluate(point);
  yield current;
  let length = Math.min(1, 1 / absoluteSum(current.gradient)) * rate;
  while (largestMagnitude(current.gradient) > gradientTolerance) {
    memory.descend(current.gradient, direction);
    const slope = dot(current.gradient, direction);
    if (!(slope <= -changeTolerance)) return;
    const before = current;
    if (options.lineSearch === 'strong-wolfe') {
      const found = yield* searchStrongWolfe(point, direction, { ...before, slope }, length, evaluate);
      [current, length] = [found, found.length];
    } else {
      addScaled(point, length, direction);
      current = await evaluate(point);
      yield current;
    }
    if (length * largestMagnitude(direction) <= changeTolerance) return;
    memory.remember(direction, length, current.gradient, before.gradient);
    length = rate;
  }
}
