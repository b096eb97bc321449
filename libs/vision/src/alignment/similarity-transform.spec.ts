import type { Point } from '../geometry.js';
import { applySimilarity, estimateSimilarity, invertSimilarity } from './similarity-transform.js';
import { between, seeded } from '../paintings/random.js';

const square: Point[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

describe('estimateSimilarity', () => {
  it('recovers rotation, scale and translation', () => {
    const [angle, scale] = [0.7, 2.5];
    const truth = { a: scale * Math.cos(angle), b: scale * Math.sin(angle), tx: -3, ty: 40 };
    const found = estimateSimilarity(
      square,
      square.map((point) => applySimilarity(truth, point)),
    );
    expect(found.a).toBeCloseTo(truth.a, 10);
    expect(found.b).toBeCloseTo(truth.b, 10);
    expect(found.tx).toBeCloseTo(truth.tx, 10);
    expect(found.ty).toBeCloseTo(truth.ty, 10);
  });

  it('has the least squared error: no nearby similarity does better', () => {
    const target: Point[] = [
      [1, 2],
      [12, -1],
      [9, 14],
      [-2, 8],
    ];
    const error = (by: Parameters<typeof applySimilarity>[0]) =>
      square.reduce((sum, point, index) => {
        const [x, y] = applySimilarity(by, point);
        return sum + (x - target[index]![0]) ** 2 + (y - target[index]![1]) ** 2;
      }, 0);
    const best = estimateSimilarity(square, target);
    for (const key of ['a', 'b', 'tx', 'ty'] as const) {
      for (const step of [-0.01, 0.01]) {
        expect(error({ ...best, [key]: best[key] + step })).toBeGreaterThan(error(best));
      }
    }
  });

  it('agrees with skimage on a face (SimilarityTransform.estimate, ArcFace template)', () => {
    const landmarks: Point[] = [
      [120.5, 88.25],
      [181, 95.5],
      [149, 131],
      [118.75, 160],
      [168, 166.5],
    ];
    const template: Point[] = [
      [38.2946, 51.6963],
      [73.5318, 51.5014],
      [56.0252, 71.7366],
      [41.5493, 92.3655],
      [70.7299, 92.2041],
    ];
    const { a, b, tx, ty } = estimateSimilarity(landmarks, template);
    expect([a, b, tx, ty]).toEqual(
      [0.567770936, -0.066529922, -36.224127008, 8.893994525].map(
        (value) => expect.closeTo(value, 6) as number,
      ),
    );
  });

  it('refuses points that coincide and lists that do not match', () => {
    expect(() =>
      estimateSimilarity(
        [
          [1, 1],
          [1, 1],
        ],
        [
          [0, 0],
          [1, 1],
        ],
      ),
    ).toThrow(RangeError);
    expect(() => estimateSimilarity(square, square.slice(1))).toThrow(RangeError);
  });
});

describe('invertSimilarity', () => {
  it('leads back', () => {
    const there = { a: 1.5, b: -0.4, tx: 7, ty: -9 };
    const [x, y] = applySimilarity(invertSimilarity(there), applySimilarity(there, [3, 11]));
    expect(x).toBeCloseTo(3, 10);
    expect(y).toBeCloseTo(11, 10);
  });

  it('refuses a scale of zero', () => {
    expect(() => invertSimilarity({ a: 0, b: 0, tx: 1, ty: 1 })).toThrow(RangeError);
  });
});

describe('any similarity', () => {
  const random = seeded(7);
  const rounds = Array.from({ length: 200 }, () => {
    const [scale, angle] = [2 ** between(random, -6, 6), between(random, -Math.PI, Math.PI)];
    const [a, b] = [scale * Math.cos(angle), scale * Math.sin(angle)];
    const place = () => between(random, -2000, 2000);
    const points = Array.from({ length: 2 + Math.floor(random() * 6) }, (): Point => [place(), place()]);
    return { truth: { a, b, tx: place(), ty: place() }, points };
  });

  it('is recovered from two points and more', () => {
    for (const { truth, points } of rounds) {
      const found = estimateSimilarity(
        points,
        points.map((point) => applySimilarity(truth, point)),
      );
      for (const key of ['a', 'b', 'tx', 'ty'] as const) {
        expect(Math.abs(found[key] - truth[key])).toBeLessThan(1e-6 * (1 + Math.abs(truth[key])));
      }
    }
  });

  it('is undone by its inverse, from either side', () => {
    for (const { truth, points } of rounds) {
      const inverse = invertSimilarity(truth);
      for (const point of points) {
        for (const [first, second] of [
          [truth, inverse],
          [inverse, truth],
        ] as const) {
          const [x, y] = applySimilarity(second, applySimilarity(first, point));
          expect(Math.hypot(x - point[0], y - point[1])).toBeLessThan(1e-6);
        }
      }
    }
  });
});
