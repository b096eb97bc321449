import { addScaled, addScaledAndDot, dot, scale, subtract } from './vectors.js';

/** A step s, the change y of the gradient along it, and 1 / (y . s). */
interface Correction {
  readonly step: Float32Array;
  readonly change: Float32Array;
  curvature: number;
}

/** Steps along which the gradient changed less than this say nothing of the curvature (torch.optim.LBFGS). */
const LEAST_CURVATURE = 1e-10;

/**
 * The last few steps of a minimisation, which stand for the inverse Hessian: Nocedal and Wright, "Numerical
 * Optimization" (2006), section 7.2. It takes 8 bytes times the length of the point for each step that it keeps.
 */
export class LbfgsMemory {
  /** Oldest first; a pair's arrays are used again when it is dropped. */
  private readonly corrections: Correction[] = [];
  /** The initial inverse Hessian is this times the identity (equation 7.20). */
  private initial = 1;

  /** @param size how many steps are kept, at least 1 */
  constructor(private readonly size: number) {}

  /**
   * Takes a step in, unless it says nothing of the curvature.
   *
   * @param direction with `rate`, the step that was made
   * @param gradient behind the step
   * @param previous gradient before it
   */
  remember(direction: Float32Array, rate: number, gradient: Float32Array, previous: Float32Array): void {
    const curvature = rate * (dot(gradient, direction) - dot(previous, direction));
    if (!(curvature > LEAST_CURVATURE)) return;
    const dropped = this.corrections.length === this.size ? this.corrections.shift() : undefined;
    const correction = dropped ?? {
      step: new Float32Array(direction.length),
      change: new Float32Array(direction.length),
      curvature: 0,
    };
    scale(correction.step, rate, direction);
    subtract(correction.change, gradient, previous);
    correction.curvature = 1 / curvature;
    this.initial = curvature / dot(correction.change, correction.change);
    this.corrections.push(correction);
  }

  /**
   * The direction of descent, minus the inverse Hessian times the gradient: the two-loop recursion (algorithm 7.4). Each
   * update is joined with the product that comes next, which halves the passes over the vectors.
   *
   * @param direction is written; must not be the gradient
   */
  descend(gradient: Float32Array, direction: Float32Array): void {
    const pairs = this.corrections;
    const last = pairs.length - 1;
    scale(direction, -1, gradient);
    if (last < 0) return;
    const shares = new Array<number>(pairs.length);
    let product = dot(pairs[last]!.step, direction);
    for (let i = last; i >= 0; i--) {
      const { change, curvature } = pairs[i] as Correction;
      const share = product * curvature;
      shares[i] = share;
      product = this.update(direction, -share, change, pairs[i - 1]?.step);
    }
    scale(direction, this.initial, direction);
    product = dot(pairs[0]!.change, direction);
    for (let i = 0; i <= last; i++) {
      const { step, curvature } = pairs[i] as Correction;
      const factor = (shares[i] as number) - product * curvature;
      product = this.update(direction, factor, step, pairs[i + 1]?.change);
    }
  }

  private update(
    direction: Float32Array,
    factor: number,
    source: Float32Array,
    next: Float32Array | undefined,
  ): number {
    if (next) return addScaledAndDot(direction, factor, source, next);
    addScaled(direction, factor, source);
    return 0;
  }
}
