import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/graph-writer.js';

/** How a crop is drawn from an image. */
export interface SamplingOptions {
  /** Size of the crop in pixels. */
  readonly width: number;
  readonly height: number;
  /** What lies outside the image: black, or the nearest pixel of its edge. */
  readonly outside: 'black' | 'edge';
}

/**
 * Draws crops from an image inside a graph, bilinear, pixel centres at whole coordinates: what OpenCV's `warpAffine`
 * gives. All four neighbours of all pixels come by one Gather, so that its cost depends on the crops alone, not on how
 * large they are in the image; GridSample would first want the whole image as floats.
 *
 * @param image uint8 [height, width, 3]
 * @param matrices float32 [n, 2, 3], from (column, row, 1) of the crop to (x, y) of the image
 * @returns float32 [n, 3, height * width], 0 to 255, not rounded, channels in the order of the image
 */
export function samplePixels(
  g: GraphBuilder,
  image: Value,
  matrices: Value,
  { width, height, outside }: SamplingOptions,
): Value {
  const at = g.matMul(matrices, g.constant('float32', [3, width * height], cropCoordinates(width, height)));
  const size = widthAndHeight(g, image);
  const around = neighbours(g, at, g.cast(size, 'float32'), outside);
  const [columns, rows] = [0, 1].map((axis) => onAxis(g, around.positions, axis)) as [Value, Value];
  // Whole numbers: float32 cannot count the pixels of a large photo.
  const positions = g.add(g.mul(rows, g.slice(size, 0, 0, 1)), columns);
  const [across, down] = [0, 1].map((axis) => onAxis(g, around.weights, axis)) as [Value, Value];
  const weights = g.mul(down, across);
  const ofPixels = [0, 4, width * height];
  const pixels = g.op('Gather', [g.reshape(image, [-1, 3]), g.reshape(positions, ofPixels)], { axis: 0 });
  const planes = g.cast(g.transpose(pixels, [0, 3, 1, 2]), 'float32');
  return weightedSum(g, planes, g.reshape(weights, ofPixels));
}

/** Of an image [height, width, 3]: int32 [2, 1, 1], width first. */
function widthAndHeight(g: GraphBuilder, image: Value): Value {
  const shape = g.cast(g.op('Shape', [image], {}, { type: 'int64' }), 'int32');
  return g.reshape(g.op('Gather', [shape, g.constant('int64', [2], [1, 0])]), [2, 1, 1]);
}

/** [3, pixels]: column, row and 1 of every pixel of the crop. */
function cropCoordinates(width: number, height: number): Float32Array {
  const count = width * height;
  return Float32Array.from({ length: 3 * count }, (_, at) => {
    if (at >= 2 * count) return 1;
    return at < count ? at % width : Math.trunc((at - count) / width);
  });
}

/**
 * The two columns and the two rows that each place lies between, and how much they count.
 *
 * @param at [n, 2, pixels], x first
 * @param size float32 [2, 1, 1], width first
 * @returns int32 and float32 [n, 2 (x, y), 2 (before, after), pixels]
 */
function neighbours(g: GraphBuilder, at: Value, size: Value, outside: SamplingOptions['outside']) {
  const [zero, one] = [g.scalar(0), g.scalar(1)];
  const last = g.sub(size, one);
  const within = (value: Value) => g.op('Min', [g.op('Max', [value, zero]), last]);
  const places = g.op('Unsqueeze', [at, g.constant('int64', [1], [2])]);
  const exact = outside === 'edge' ? within(places) : places;
  const before = g.op('Floor', [exact]);
  const share = g.sub(exact, before);
  const both = g.concat([before, g.add(before, one)], 2);
  const inside = within(both);
  const shares = g.concat([g.sub(one, share), share], 2);
  const isInside = () => g.cast(g.op('Equal', [both, inside], {}, { type: 'bool' }), 'float32');
  return {
    positions: g.cast(inside, 'int32'),
    weights: outside === 'edge' ? shares : g.mul(shares, isInside()),
  };
}

/** [n, 2, 2, pixels] -> columns [n, 1, 2, pixels], or rows [n, 2, 1, pixels] */
function onAxis(g: GraphBuilder, values: Value, axis: number): Value {
  const one = g.slice(values, 1, axis, axis + 1);
  return axis === 0 ? one : g.transpose(one, [0, 2, 1, 3]);
}

/** [n, 3, 4, pixels] and [n, 4, pixels] -> [n, 3, pixels] */
function weightedSum(g: GraphBuilder, planes: Value, weights: Value): Value {
  const weighted = g.mul(planes, g.op('Unsqueeze', [weights, g.constant('int64', [1], [1])]));
  return g.op('ReduceSum', [weighted, g.constant('int64', [1], [2])], { keepdims: 0 });
}
