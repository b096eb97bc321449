import { depthwiseToOihw, everyFilter, scaleFilters, toOihw } from './kernel-layout.js';

/** A kernel whose elements count up in TensorFlow's order. */
const counting = (...shape: number[]) => ({
  shape,
  data: Float32Array.from({ length: shape.reduce((product, size) => product * size, 1) }, (_, i) => i),
});

describe('kernels', () => {
  it('move from height, width, in, out to out, in, height, width', () => {
    const { shape, data } = toOihw(counting(1, 2, 3, 2));
    expect(shape).toEqual([2, 3, 1, 2]);
    expect([...data]).toEqual([0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11]);
  });

  it('of depthwise convolutions become one group a channel', () => {
    const { shape, data } = depthwiseToOihw(counting(2, 1, 3, 1));
    expect(shape).toEqual([3, 1, 2, 1]);
    expect([...data]).toEqual([0, 3, 1, 4, 2, 5]);
  });

  it('are scaled filter by filter', () => {
    expect([...scaleFilters(counting(2, 1, 1, 2), [1, 10]).data]).toEqual([0, 1, 20, 30]);
  });

  it('can be thinned to some filters', () => {
    expect(everyFilter(counting(6, 1, 1, 1), 1, 3)).toEqual({
      shape: [2, 1, 1, 1],
      data: Float32Array.from([1, 4]),
    });
    expect(everyFilter(counting(3), 1, 3)).toEqual({ shape: [1], data: Float32Array.from([1]) });
  });
});
