import { applySimilarity } from '../alignment/similarity-transform.js';
import type { Point } from '../geometry.js';
import { intoSquare, squareAroundBox, squareAroundPoints } from './landmark-square.js';

const close = (...values: number[]) => values.map((value) => expect.closeTo(value, 6) as number);

describe('squares of the landmark network', () => {
  it('lie around the middle of a box, a fifth larger than its longer side', () => {
    const square = squareAroundBox({ x: 10, y: 20, width: 31, height: 101 });
    expect(square).toEqual({ x: 25, y: 70, side: expect.closeTo(121.2, 6), turn: 0 });
    expect(applySimilarity(intoSquare(square, 112), [25, 70])).toEqual(close(55.5, 55.5));
  });

  it('turn with a leaning head, so that its eyes come to lie level', () => {
    const eyes: [Point, Point] = [
      [100, 100],
      [130, 140],
    ];
    const points: Point[] = [...eyes, [80, 150], [110, 190]];
    const transform = intoSquare(squareAroundPoints(points, eyes), 112);
    const [left, right] = eyes.map((eye) => applySimilarity(transform, eye)) as [Point, Point];
    expect(right[1]).toBeCloseTo(left[1], 6);
    expect(right[0]).toBeGreaterThan(left[0]);
    const placed = points.map((point) => applySimilarity(transform, point));
    for (const [x, y] of placed) expect(Math.min(x, y, 111 - x, 111 - y)).toBeGreaterThan(0);
  });
});
