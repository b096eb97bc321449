import { minimizeByAdam, type AdamOptions } from './adam.js';
import { minimizeByLbfgs, type LbfgsOptions } from './lbfgs.js';
import type { Evaluate, Minimization } from './minimizer.js';

/** Which way a minimum is sought. */
export type OptimizerChoice =
  ({ readonly kind: 'lbfgs' } & LbfgsOptions) | ({ readonly kind: 'adam' } & AdamOptions);

/** Minimises by the optimizer of one's choice; `point` is moved in place. */
export function minimize(point: Float32Array, evaluate: Evaluate, optimizer: OptimizerChoice): Minimization {
  if (optimizer.kind === 'adam') return minimizeByAdam(point, evaluate, optimizer);
  return minimizeByLbfgs(point, evaluate, optimizer);
}
