import { applySimilarity, invertSimilarity } from '../alignment/similarity-transform.js';
import type { Box, FiveLandmarks, Point } from '../geometry.js';
import type { RgbImage } from '../rgb-image.js';
import { matrixOf } from '../pixels/crop-matrix.js';
import { CropSession } from '../pixels/crop-session.js';
import { openSession, type ModelSession, type SessionOptions } from '../session.js';
import { LANDMARK_SIDE } from '../packs/open/landmarks68-graph.js';
import { intoSquare, squareAroundBox, squareAroundPoints, type LandmarkSquare } from './landmark-square.js';

const POINTS = 68;

/**
 * A face's two looks may differ by this share of the box's side (the square root of its area), and its eyes may not
 * lie closer than that one. On a face the second look only refines the first (all of 96 frontal photos under 0.05, 24 of
 * 27 profiles under this) and the eyes stand 0.4 apart; on what merely resembles one the points do not settle.
 */
const DRIFT_LIMIT = 0.075;
const LEAST_EYE_DISTANCE = 0.2;

/**
 * Finds the five landmarks of detected faces by the 68-point network. Two looks: one at the box, one at the square
 * around the points of the first, turned upright, which makes up for a loose box and a leaning head.
 */
export class Landmarks68 {
  private constructor(
    private readonly session: ModelSession,
    private readonly crops: CropSession,
  ) {}

  /** @param model `landmarks68Graph` */
  static async open(model: Uint8Array, options: SessionOptions): Promise<Landmarks68> {
    const square = { width: LANDMARK_SIDE, height: LANDMARK_SIDE, outside: 'black' } as const;
    const crops = await CropSession.open(square, 'bytes', options);
    return new Landmarks68(await openSession(model, options), crops);
  }

  get inferenceMs(): number {
    return this.session.inferenceMs;
  }

  /** For each box its landmarks in pixels of the image, or null where the points do not settle on a face. */
  async locate(image: RgbImage, boxes: readonly Box[]): Promise<(FiveLandmarks | null)[]> {
    const first = await this.look(image, boxes.map(squareAroundBox));
    const squares = first.map((points) => squareAroundPoints(points, eyesOf(points)));
    const second = await this.look(image, squares);
    return second.map((points, index) => {
      const [before, after] = [reduceTo5(first[index] as Point[]), reduceTo5(points)];
      return settled(before, after, boxes[index] as Box) ? after : null;
    });
  }

  async close(): Promise<void> {
    await this.session.close();
    await this.crops.close();
  }

  /** The 68 points of each square, in pixels of the image. */
  private async look(image: RgbImage, squares: readonly LandmarkSquare[]): Promise<Point[][]> {
    const found: Point[][] = [];
    for (const square of squares) {
      const transform = intoSquare(square, LANDMARK_SIDE);
      const crop = await this.crops.cut(image, [matrixOf(transform)]);
      const { points } = await this.session.run({ image: crop });
      const back = invertSimilarity(transform);
      const values = points?.data as Float32Array;
      const inImage = (index: number) => {
        const [x, y] = [values[index * 2] as number, values[index * 2 + 1] as number];
        return applySimilarity(back, [x * LANDMARK_SIDE - 0.5, y * LANDMARK_SIDE - 0.5]);
      };
      found.push(Array.from({ length: POINTS }, (_, index) => inImage(index)));
    }
    return found;
  }
}

/**
 * The five points of the house out of iBUG's 68, counted from 0: the means of the eye contours 36-41 and 42-47, the
 * nose tip 30, the mouth corners 48 and 54. iBUG counts as the viewer sees the face, as the house does.
 */
export function reduceTo5(points: readonly Point[]): FiveLandmarks {
  return [...eyesOf(points), points[30] as Point, points[48] as Point, points[54] as Point];
}

function eyesOf(points: readonly Point[]): readonly [Point, Point] {
  return [mean(points.slice(36, 42)), mean(points.slice(42, 48))];
}

function mean(points: readonly Point[]): Point {
  const sum = points.reduce(([x, y], point) => [x + point[0], y + point[1]] as const, [0, 0] as const);
  return [sum[0] / points.length, sum[1] / points.length];
}

function settled(before: FiveLandmarks, after: FiveLandmarks, { width, height }: Box): boolean {
  const side = Math.sqrt(width * height);
  const distance = (one: Point, other: Point) => Math.hypot(one[0] - other[0], one[1] - other[1]);
  const drift = after.reduce((sum, point, index) => sum + distance(point, before[index] as Point), 0) / 5;
  return drift <= DRIFT_LIMIT * side && distance(after[0], after[1]) >= LEAST_EYE_DISTANCE * side;
}
