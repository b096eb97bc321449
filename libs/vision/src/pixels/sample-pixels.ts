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
  const shape = g.op('Shape', [image], {}, { type: 'int64' });
  const size = (axis: number) => g.slice(shape, 0, axis, axis + 1);
  const columns = neighbours(g, coordinate(g, at, 0), size(1), outside);
  const rows = neighbours(g, coordinate(g, at, 1), size(0), outside);
  const pairs = rows.flatMap((row) => columns.map((column) => ({ row, column })));
  const positions = pairs.map(({ row, column }) => g.add(g.mul(row.position, size(1)), column.position));
  const weights = pairs.map(({ row, column }) => g.mul(row.weight, column.weight));
  const pixels = g.op('Gather', [g.reshape(image, [-1, 3]), g.concat(positions, 1)], { axis: 0 });
  const planes = g.cast(g.transpose(pixels, [0, 3, 1, 2]), 'float32');
  return weightedSum(g, planes, g.concat(weights, 1));
}

/** [3, pixels]: column, row and 1 of every pixel of the crop. */
function cropCoordinates(width: number, height: number): Float32Array {
  const count = width * height;
  return Float32Array.from({ length: 3 * count }, (_, at) => {
    if (at >= 2 * count) return 1;
    return at < count ? at % width : Math.trunc((at - count) / width);
  });
}

/** [n, 2, pixels] -> [n, 1, pixels] */
const coordinate = (g: GraphBuilder, at: Value, axis: number) => g.slice(at, 1, axis, axis + 1);

/** The two pixels of one axis that a coordinate lies between, as int64, and how much each counts. */
function neighbours(g: GraphBuilder, wanted: Value, size: Value, outside: SamplingOptions['outside']) {
  const [zero, one] = [g.scalar(0), g.scalar(1)];
  const last = g.sub(g.cast(size, 'float32'), one);
  const within = (value: Value) => g.op('Min', [g.op('Max', [value, zero]), last]);
  const exact = outside === 'edge' ? within(wanted) : wanted;
  const first = g.op('Floor', [exact]);
  const second = g.add(first, one);
  const share = g.sub(exact, first);
  const counted = (value: Value, weight: Value) =>
    outside === 'edge'
      ? weight
      : g.mul(weight, g.cast(g.op('Equal', [value, within(value)], {}, { type: 'bool' }), 'float32'));
  return [
    { position: g.cast(within(first), 'int64'), weight: counted(first, g.sub(one, share)) },
    { position: g.cast(within(second), 'int64'), weight: counted(second, share) },
  ];
}

/** [n, 3, 4, pixels] and [n, 4, pixels] -> [n, 3, pixels] */
function weightedSum(g: GraphBuilder, planes: Value, weights: Value): Value {
  const weighted = g.mul(planes, g.op('Unsqueeze', [weights, g.constant('int64', [1], [1])]));
  return g.op('ReduceSum', [weighted, g.constant('int64', [1], [2])], { keepdims: 0 });
}
