import {
  absoluteSum,
  addScaled,
  addScaledAndDot,
  dot,
  largestMagnitude,
  moveFrom,
  scale,
  subtract,
} from './vectors.js';

const of = (...values: number[]) => Float32Array.from(values);

describe('vectors', () => {
  it.each([1, 2, 5, 6])('multiply and add, whether their length is even or odd: %d', (length) => {
    const a = Float32Array.from({ length }, (_, i) => i + 1);
    const b = Float32Array.from({ length }, (_, i) => 2 - i);
    const due = a.reduce((sum, value, i) => sum + value * b[i]!, 0);
    expect(dot(a, b)).toBe(due);
    const target = a.slice();
    const expected = a.map((value, i) => value + 3 * b[i]!);
    expect(addScaledAndDot(target, 3, b, a)).toBe(dot(expected, a));
    expect(target).toEqual(expected);
  });

  it('scale, move and subtract in place', () => {
    const target = of(1, 2, 3);
    scale(target, 2, target);
    expect(target).toEqual(of(2, 4, 6));
    addScaled(target, -1, of(1, 1, 1));
    expect(target).toEqual(of(1, 3, 5));
    moveFrom(of(1, 1, 1), 0.5, of(2, 4, 6), target);
    expect(target).toEqual(of(2, 3, 4));
    subtract(target, target, of(1, 1, 1));
    expect(target).toEqual(of(1, 2, 3));
  });

  it('measure themselves', () => {
    expect(absoluteSum(of(-1, 2, -3))).toBe(6);
    expect(largestMagnitude(of(-4, 2, 3))).toBe(4);
    expect(largestMagnitude(of(1, NaN, 2))).toBeNaN();
  });
});
