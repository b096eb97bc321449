import type { Evaluate, Minimization } from './minimizer.js';

/** How Adam goes; what is left out is as the paper recommends. */
export interface AdamOptions {
  /** About how far each entry of the point moves in a step. */
  readonly rate: number;
  /** Share of the first moment that stays from step to step; 0.9. */
  readonly beta1?: number;
  /** Share of the second moment; 0.999. */
  readonly beta2?: number;
  /** Added to the root of the second moment, in units of the gradient; 1e-8. */
  readonly epsilon?: number;
}

/**
 * Minimises by Adam: Kingma and Ba, "Adam: a method for stochastic optimization" (arXiv:1412.6980), algorithm 1, one
 * evaluation a step. It has no end of its own, except where the gradient is not finite.
 *
 * @param point is moved in place
 */
export async function* minimizeByAdam(
  point: Float32Array,
  evaluate: Evaluate,
  { rate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }: AdamOptions,
): Minimization {
  const first = new Float32Array(point.length);
  const second = new Float32Array(point.length);
  for (let step = 1; ; step++) {
    const evaluation = await evaluate(point);
    yield evaluation;
    if (!Number.isFinite(evaluation.loss)) return;
    const length = rate / (1 - beta1 ** step);
    const bias = Math.sqrt(1 - beta2 ** step);
    const { gradient } = evaluation;
    for (let i = 0; i < point.length; i++) {
      const slope = gradient[i] as number;
      const mean = beta1 * (first[i] as number) + (1 - beta1) * slope;
      const square = beta2 * (second[i] as number) + (1 - beta2) * slope * slope;
      first[i] = mean;
      second[i] = square;
      point[i] = (point[i] as number) - (length * mean) / (Math.sqrt(square) / bias + epsilon);
    }
  }
}
