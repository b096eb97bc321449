import { applySimilarity, invertSimilarity, type Similarity } from '../alignment/similarity-transform.js';
import type { Box, Point } from '../geometry.js';

/** A square of the image that the landmark network looks at: centre and side in pixels, turn in radians, clockwise. */
export interface LandmarkSquare {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly turn: number;
}

/** Room around the face: with a fifth more than the box the points came out best on ordinary photos. */
const MARGIN = 1.2;

/** Share of the points' height by which the square lies above their middle; they end at the brows, a face does not. */
const LIFT = 0.05;

/** The square around a detected box, upright. */
export function squareAroundBox({ x, y, width, height }: Box): LandmarkSquare {
  const side = Math.max(width, height) * MARGIN;
  return { x: x + (width - 1) / 2, y: y + (height - 1) / 2, side, turn: 0 };
}

/**
 * The square around 68 points, turned so that the eyes lie level in it.
 *
 * @param eyes centres of the left and the right eye
 */
export function squareAroundPoints(
  points: readonly Point[],
  [left, right]: readonly [Point, Point],
): LandmarkSquare {
  const turn = Math.atan2(right[1] - left[1], right[0] - left[0]);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const levelled: Similarity = { a: cos, b: -sin, tx: 0, ty: 0 };
  const xs = points.map((point) => applySimilarity(levelled, point)[0]);
  const ys = points.map((point) => applySimilarity(levelled, point)[1]);
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const middle: Point = [(west + east) / 2, (north + south) / 2 - LIFT * (south - north)];
  const [x, y] = applySimilarity(invertSimilarity(levelled), middle);
  return { x, y, side: Math.max(east - west, south - north) * MARGIN, turn };
}

/** From pixels of the image to pixels of a `size` x `size` crop of the square. */
export function intoSquare({ x, y, side, turn }: LandmarkSquare, size: number): Similarity {
  const a = (size / side) * Math.cos(turn);
  const b = (-size / side) * Math.sin(turn);
  const middle = (size - 1) / 2;
  return { a, b, tx: middle - (a * x - b * y), ty: middle - (b * x + a * y) };
}
