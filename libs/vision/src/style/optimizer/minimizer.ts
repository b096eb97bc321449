/** A function's value and its gradient at a point. The gradient stays as it is when the next point is asked for. */
export interface Evaluation {
  readonly loss: number;
  /** As long as the point. */
  readonly gradient: Float32Array;
}

/** The function that is minimised. It must not keep or change the point. */
export type Evaluate = (point: Float32Array) => Promise<Evaluation>;

/**
 * A minimisation on its way: it moves the point in place and yields each evaluation while the point is still where it
 * was evaluated. It ends by itself where it cannot get any further; whoever has seen enough stops asking.
 */
export type Minimization = AsyncGenerator<Evaluation, void, void>;
