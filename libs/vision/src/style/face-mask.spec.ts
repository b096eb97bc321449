import type { FiveLandmarks, Point } from '../geometry.js';
import { contentShares, faceMask, halved, styleShares } from './face-mask.js';

/** An upright face about (50, 50). */
const FACE: FiveLandmarks = [
  [40, 42],
  [60, 42],
  [50, 52],
  [42, 62],
  [58, 62],
];

const turned = (degrees: number) => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return FACE.map(([x, y]): Point => [
    50 + (x - 50) * cos - (y - 50) * sin,
    50 + (x - 50) * sin + (y - 50) * cos,
  ]) as unknown as FiveLandmarks;
};

const at = (mask: ReturnType<typeof faceMask>, x: number, y: number) => mask.data[y * mask.width + x]!;

describe('faceMask', () => {
  it('holds every landmark, leaves the corners free and lies between 0 and 1', () => {
    const mask = faceMask(FACE, 100, 110);
    for (const [x, y] of FACE) expect(at(mask, x, y)).toBe(1);
    for (const [x, y] of [
      [0, 0],
      [99, 0],
      [0, 109],
      [99, 109],
    ] as const)
      expect(at(mask, x, y)).toBe(0);
    expect(mask.data.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(mask.data.some((share) => share > 0.4 && share < 0.6)).toBe(true);
  });

  it('turns with the face', () => {
    const [upright, lying] = [faceMask(FACE, 100, 100), faceMask(turned(90), 100, 100)];
    // A quarter turn about the middle carries the pixel (x, y) to (99 - y, x).
    for (const [x, y] of [
      [50, 80],
      [50, 12],
      [30, 60],
    ] as const)
      expect(at(lying, 99 - y, x)).toBeCloseTo(at(upright, x, y), 5);
  });

  it('does not become a line when the face is turned aside', () => {
    const profile: FiveLandmarks = [
      [50, 42],
      [51, 42],
      [58, 52],
      [50, 62],
      [51, 62],
    ];
    expect(at(faceMask(profile, 100, 100), 60, 50)).toBe(1);
  });

  it('halves as pooling does', () => {
    const mask = { width: 3, height: 5, data: Float32Array.from({ length: 15 }, (_, i) => i) };
    expect(halved(mask)).toEqual({ width: 1, height: 2, data: Float32Array.from([2, 8]) });
  });

  it('gives shares that protect: content more, style less, and the style as much as before in all', () => {
    const mask = faceMask(FACE, 100, 100);
    expect(Math.max(...contentShares(mask, 1))).toBeCloseTo(4, 5);
    expect(Math.min(...contentShares(mask, 1))).toBe(1);
    const style = styleShares(mask, 0.5);
    expect(style.reduce((sum, share) => sum + share, 0) / style.length).toBeCloseTo(1, 5);
    expect(style[50 * 100 + 50]! / style[0]!).toBeCloseTo(1 - 0.95 / 2, 5);
    expect([...styleShares(mask, 0)].every((share) => share === 1)).toBe(true);
    expect([...styleShares(faceMask(FACE, 20, 20), 1)].every(Number.isFinite)).toBe(true);
  });
});
