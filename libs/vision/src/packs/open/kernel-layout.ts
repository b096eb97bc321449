import type { Weights } from './weight-map.js';

/**
 * Kernel of a convolution in ONNX's order.
 * @param kernel TensorFlow's [height, width, in, out]
 * @returns [out, in, height, width]
 */
export function toOihw({ shape, data }: Weights): Weights {
  const [height, width, channels, filters] = shape as [number, number, number, number];
  const moved = new Float32Array(data.length);
  let source = 0;
  for (let pixel = 0; pixel < height * width; pixel++) {
    for (let channel = 0; channel < channels; channel++) {
      for (let filter = 0; filter < filters; filter++, source++) {
        moved[(filter * channels + channel) * height * width + pixel] = data[source] as number;
      }
    }
  }
  return { shape: [filters, channels, height, width], data: moved };
}

/**
 * Kernel of a depthwise convolution, which ONNX writes as a grouped one.
 * @param kernel TensorFlow's [height, width, channels, 1]
 * @returns [channels, 1, height, width]
 */
export function depthwiseToOihw({ shape, data }: Weights): Weights {
  const [height, width, channels] = shape as [number, number, number];
  return toOihw({ shape: [height, width, 1, channels], data });
}

/** A kernel [out, ...] with each filter multiplied by its own factor. */
export function scaleFilters({ shape, data }: Weights, factors: ArrayLike<number>): Weights {
  const perFilter = data.length / (shape[0] as number);
  const scaled = data.map((value, index) => value * (factors[Math.trunc(index / perFilter)] as number));
  return { shape, data: scaled };
}

/** A kernel [out, ...] or bias [out] with only the filters `first`, `first + step`, `first + 2 * step`, ... */
export function everyFilter({ shape, data }: Weights, first: number, step: number): Weights {
  const [filters, ...rest] = shape as [number, ...number[]];
  const perFilter = data.length / filters;
  const kept = Math.ceil((filters - first) / step);
  const picked = Array.from({ length: kept }, (_, index) => first + index * step).flatMap((filter) => [
    ...data.subarray(filter * perFilter, (filter + 1) * perFilter),
  ]);
  return { shape: [kept, ...rest], data: Float32Array.from(picked) };
}
