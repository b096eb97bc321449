import type { Evaluate, Evaluation } from './minimizer.js';
import { dot, largestMagnitude, moveFrom } from './vectors.js';

/** The loss has to fall by this share of what the slope at the start promises (c1). */
const SUFFICIENT_DECREASE = 1e-4;
/** The slope has to flatten to this share of the one at the start (c2). */
const FLATTENING = 0.9;
const MAX_TRIES = 25;
/** An interval on which no entry of the point would differ by more is not searched any further. */
const NARROWEST = 1e-9;

/** A place on the line: how far from the start, and what was found there. */
interface Place extends Evaluation {
  /** In shares of the direction. */
  readonly length: number;
  /** Derivative of the loss by the length. */
  readonly slope: number;
}

/**
 * Finds a step that fulfils the strong Wolfe conditions: Nocedal and Wright, "Numerical Optimization" (2006),
 * algorithms 3.5 and 3.6 with cubic interpolation (equation 3.59), decided as torch.optim.LBFGS does, which follows
 * Schmidt's minFunc.
 *
 * @param point where the search starts; is moved to the place that is returned, and yields every try
 * @param start loss, gradient and slope (below zero) at the point
 * @param length of the first try
 * @returns the place with the lowest loss that was bracketed, where no better one was found
 */
export async function* searchStrongWolfe(
  point: Float32Array,
  direction: Float32Array,
  start: Omit<Place, 'length'>,
  length: number,
  evaluate: Evaluate,
): AsyncGenerator<Evaluation, Place, void> {
  const search = new LineSearch(point, direction, { ...start, length: 0 }, evaluate);
  const found = yield* search.bracket(length);
  const place = found.length === 1 ? found[0] : yield* search.zoom(...found);
  search.moveTo(place.length);
  return place;
}

class LineSearch {
  private readonly from: Float32Array;
  private tries = 0;

  constructor(
    private readonly point: Float32Array,
    private readonly direction: Float32Array,
    private readonly start: Place,
    private readonly evaluate: Evaluate,
  ) {
    this.from = point.slice();
  }

  moveTo(length: number): void {
    moveFrom(this.from, length, this.direction, this.point);
  }

  /** Algorithm 3.5: one place that fulfils the conditions, or two with such a place between them. */
  async *bracket(first: number): AsyncGenerator<Evaluation, [Place] | [Place, Place], void> {
    let before = this.start;
    let place = yield* this.try(first);
    while (this.tries <= MAX_TRIES) {
      if (!this.fallsEnough(place) || (this.tries > 2 && place.loss >= before.loss)) return [before, place];
      if (this.isFlat(place)) return [place];
      if (place.slope >= 0) return [before, place];
      const least = place.length + 0.01 * (place.length - before.length);
      const next = interpolate(before, place, least, place.length * 10);
      before = place;
      place = yield* this.try(next);
    }
    return [this.start, place];
  }

  /** Algorithm 3.6: narrows the interval down to a place that fulfils the conditions. */
  async *zoom(one: Place, other: Place): AsyncGenerator<Evaluation, Place, void> {
    let [low, high] = one.loss <= other.loss ? [one, other] : [other, one];
    let slow = false;
    const reach = largestMagnitude(this.direction);
    while (this.tries <= MAX_TRIES && Math.abs(high.length - low.length) * reach >= NARROWEST) {
      const [left, right] = low.length < high.length ? [low, high] : [high, low];
      let length = interpolate(left, right, left.length, right.length);
      const margin = 0.1 * (right.length - left.length);
      const atEdge = Math.min(right.length - length, length - left.length) < margin;
      if (atEdge && (slow || length >= right.length || length <= left.length)) {
        const nearerRight = right.length - length < length - left.length;
        length = nearerRight ? right.length - margin : left.length + margin;
        slow = false;
      } else slow = atEdge;
      const place = yield* this.try(length);
      if (!this.fallsEnough(place) || place.loss >= low.loss) {
        high = place;
        if (high.loss < low.loss) [low, high] = [high, low];
        continue;
      }
      if (this.isFlat(place)) return place;
      if (place.slope * (high.length - low.length) >= 0) high = low;
      low = place;
    }
    return low;
  }

  private async *try(length: number): AsyncGenerator<Evaluation, Place, void> {
    this.tries += 1;
    this.moveTo(length);
    const evaluation = await this.evaluate(this.point);
    yield evaluation;
    return { ...evaluation, length, slope: dot(evaluation.gradient, this.direction) };
  }

  private fallsEnough({ loss, length }: Place): boolean {
    return loss <= this.start.loss + SUFFICIENT_DECREASE * length * this.start.slope;
  }

  private isFlat({ slope }: Place): boolean {
    return Math.abs(slope) <= -FLATTENING * this.start.slope;
  }
}

/** Where the cubic through two places with these slopes is lowest, within the bounds; their middle where it is not. */
function interpolate(one: Place, other: Place, least: number, most: number): number {
  const [left, right] = one.length <= other.length ? [one, other] : [other, one];
  const width = right.length - left.length;
  const d1 = left.slope + right.slope - (3 * (left.loss - right.loss)) / (left.length - right.length);
  const square = d1 * d1 - left.slope * right.slope;
  if (!(square >= 0)) return (least + most) / 2;
  const d2 = Math.sqrt(square);
  const lowest = right.length - width * ((right.slope + d2 - d1) / (right.slope - left.slope + 2 * d2));
  return Math.min(Math.max(lowest, least), most);
}
