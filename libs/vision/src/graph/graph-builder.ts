import { GraphWriter, type Value } from './graph-writer.js';
import { float } from './attribute.js';
import { ELEMENT_TYPES, type ElementType } from './tensor.js';

/**
 * Spatial padding of a convolution or pooling: `[top, left, bottom, right]` in pixels, or `same` for TensorFlow's
 * SAME, where an output has ceil(size / stride) pixels and an odd pixel of padding goes to the bottom and the right.
 */
export type Padding = readonly [top: number, left: number, bottom: number, right: number] | 'same';

/** How a window moves over an image; `strides` are `[down, right]` and 1 where left out, as are `dilations`. */
export interface WindowOptions {
  readonly strides?: readonly [number, number];
  readonly padding?: Padding;
}

/** Options of a convolution. With `group` = channels of the input it is a depthwise one. */
export interface ConvOptions extends WindowOptions {
  readonly dilations?: readonly [number, number];
  readonly group?: number;
}

/**
 * The operators the house uses, as thin methods over `GraphWriter.op`; whatever is missing is one `op` call away.
 * Images are NCHW throughout, weights of convolutions OIHW. The meaning of each operator is ONNX's, opset 17
 * (https://onnx.ai/onnx/operators/).
 *
 * ```ts
 * const g = new GraphBuilder('blur');
 * const x = g.input('x', 'float32', ['n', 1, 'height', 'width']);
 * g.output('y', g.conv(x, g.constant('float32', [1, 1, 3, 3], kernel), null, { padding: 'same' }));
 * const session = await open(g.toModel());
 * ```
 */
export class GraphBuilder extends GraphWriter {
  /** Scalar float32 constant. */
  scalar(value: number): Value {
    return this.constant('float32', [], [value], 'scalar');
  }

  /** x [n,c,h,w], weight [o,c/group,kh,kw], bias [o] or null -> [n,o,h',w']. */
  conv(x: Value, weight: Value, bias: Value | null, options: ConvOptions = {}): Value {
    const { dilations, group } = options;
    const inputs = bias ? [x, weight, bias] : [x, weight];
    return this.op('Conv', inputs, { ...window(options), dilations, group });
  }

  /** Largest value under each window of `size` [height, width]. */
  maxPool(x: Value, size: readonly [number, number], options: WindowOptions = {}): Value {
    return this.op('MaxPool', [x], { kernel_shape: size, ...window(options) });
  }

  /** `maxPool`, and with it int64 positions of the maxima, counted over the whole of `x` as if it were flat. */
  maxPoolWithPositions(
    x: Value,
    size: readonly [number, number],
    options: WindowOptions = {},
  ): [Value, Value] {
    const [largest, at] = this.ops(2, 'MaxPool', [x], { kernel_shape: size, ...window(options) });
    return [largest as Value, { ...(at as Value), type: 'int64' }];
  }

  /** Mean under each window; padding does not count. */
  averagePool(x: Value, size: readonly [number, number], options: WindowOptions = {}): Value {
    return this.op('AveragePool', [x], { kernel_shape: size, ...window(options) });
  }

  /** [n,c,h,w] -> [n,c,1,1]. */
  globalAveragePool(x: Value): Value {
    return this.op('GlobalAveragePool', [x]);
  }

  add(a: Value, b: Value): Value {
    return this.op('Add', [a, b]);
  }

  sub(a: Value, b: Value): Value {
    return this.op('Sub', [a, b]);
  }

  mul(a: Value, b: Value): Value {
    return this.op('Mul', [a, b]);
  }

  div(a: Value, b: Value): Value {
    return this.op('Div', [a, b]);
  }

  relu(x: Value): Value {
    return this.op('Relu', [x]);
  }

  sigmoid(x: Value): Value {
    return this.op('Sigmoid', [x]);
  }

  exp(x: Value): Value {
    return this.op('Exp', [x]);
  }

  /** Limits every element to `low`..`high`. */
  clip(x: Value, low: number, high: number): Value {
    return this.op('Clip', [x, this.scalar(low), this.scalar(high)]);
  }

  /** Matrix product over the last two dimensions. */
  matMul(a: Value, b: Value): Value {
    return this.op('MatMul', [a, b]);
  }

  /** alpha * a [m,k] times b [k,n] (either transposed first where asked) + c, where there is one. */
  gemm(
    a: Value,
    b: Value,
    c: Value | null,
    options: { alpha?: number; transA?: boolean; transB?: boolean } = {},
  ): Value {
    const { alpha = 1, transA = false, transB = false } = options;
    const attributes = { alpha: float(alpha), transA: Number(transA), transB: Number(transB) };
    return this.op('Gemm', c ? [a, b, c] : [a, b], attributes);
  }

  /** A new shape for the same elements: 0 keeps a dimension, -1 (at most once) takes what is left. */
  reshape(x: Value, shape: readonly number[]): Value {
    return this.op('Reshape', [x, this.integers(shape)]);
  }

  /** Everything after dimension `axis` - 1 in one dimension. */
  flatten(x: Value, axis = 1): Value {
    return this.op('Flatten', [x], { axis });
  }

  /** Dimension i of the result is dimension `order[i]` of `x`. */
  transpose(x: Value, order: readonly number[]): Value {
    return this.op('Transpose', [x], { perm: order });
  }

  concat(values: readonly Value[], axis: number): Value {
    return this.op('Concat', values, { axis });
  }

  /** Elements `start` (included) to `end` (excluded) of one dimension; negative positions count from its end. */
  slice(x: Value, axis: number, start: number, end: number): Value {
    return this.op('Slice', [x, this.integers([start]), this.integers([end]), this.integers([axis])]);
  }

  /** Zeros around: `before` and `after` hold one number per dimension. */
  pad(x: Value, before: readonly number[], after: readonly number[]): Value {
    return this.op('Pad', [x, this.integers([...before, ...after])]);
  }

  cast(x: Value, type: ElementType): Value {
    return this.op('Cast', [x], { to: ELEMENT_TYPES[type] }, { type });
  }

  /** a > b, element by element. */
  greater(a: Value, b: Value): Value {
    return this.op('Greater', [a, b], {}, { type: 'bool' });
  }

  private integers(values: readonly number[]): Value {
    return this.constant('int64', [values.length], values, 'integers');
  }
}

function window({ strides, padding }: WindowOptions) {
  return padding === 'same' ? { strides, auto_pad: 'SAME_UPPER' } : { strides, pads: padding };
}
