import type { Point } from '../geometry.js';

/**
 * Rotation, uniform scale and translation of the plane: `x' = a*x - b*y + tx`, `y' = b*x + a*y + ty`.
 * The scale is `hypot(a, b)`, the rotation `atan2(b, a)`.
 */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

/**
 * The similarity that carries `from` onto `to` with the least sum of squared distances (Umeyama, PAMI 1991).
 * In the plane, with points read as complex numbers, the optimum without reflection has the closed form
 * `sum(conj(p) * q) / sum(|p|^2)` over the centred points, which is what skimage's SimilarityTransform finds by SVD.
 *
 * @param from at least two points that do not all coincide
 * @param to as many points, in the same order
 * @throws {RangeError} when the lists differ in length or the points of `from` coincide
 */
export function estimateSimilarity(from: readonly Point[], to: readonly Point[]): Similarity {
  if (from.length !== to.length || from.length < 2) {
    throw new RangeError(
      `Two equally long lists of at least two points are needed, not ${from.length} and ${to.length}.`,
    );
  }
  const [fromX, fromY] = centroid(from);
  const [toX, toY] = centroid(to);
  let real = 0;
  let imaginary = 0;
  let spread = 0;
  for (const [index, [x, y]] of from.entries()) {
    const [u, v] = to[index] as Point;
    const [px, py, qx, qy] = [x - fromX, y - fromY, u - toX, v - toY];
    real += px * qx + py * qy;
    imaginary += px * qy - py * qx;
    spread += px * px + py * py;
  }
  if (!(spread > 0)) throw new RangeError('The points coincide, no similarity can be estimated from them.');
  const [a, b] = [real / spread, imaginary / spread];
  return { a, b, tx: toX - (a * fromX - b * fromY), ty: toY - (b * fromX + a * fromY) };
}

/** Where the similarity carries a point. */
export function applySimilarity({ a, b, tx, ty }: Similarity, [x, y]: Point): Point {
  return [a * x - b * y + tx, b * x + a * y + ty];
}

/**
 * The similarity that undoes the given one.
 *
 * @throws {RangeError} when its scale is zero
 */
export function invertSimilarity({ a, b, tx, ty }: Similarity): Similarity {
  const squaredScale = a * a + b * b;
  if (!(squaredScale > 0)) throw new RangeError('A similarity with scale zero has no inverse.');
  const [ia, ib] = [a / squaredScale, -b / squaredScale];
  return { a: ia, b: ib, tx: -(ia * tx - ib * ty), ty: -(ib * tx + ia * ty) };
}

function centroid(points: readonly Point[]): Point {
  let [sumX, sumY] = [0, 0];
  for (const [x, y] of points) {
    sumX += x;
    sumY += y;
  }
  return [sumX / points.length, sumY / points.length];
}
