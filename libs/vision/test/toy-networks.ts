import { MEAN_SHAPE_68 } from '../src/attributes/mean-shape68.js';
import { GraphBuilder } from '../src/graph/graph-builder.js';
import type { Dimension, Value } from '../src/graph/graph-writer.js';

/**
 * Networks without training, with the inputs and outputs of published ones: what they say depends on the pixels that
 * they are given, on where these lie and in which order and scale their colours come, so that whoever feeds or reads
 * them wrongly gets other numbers.
 */
const STRIDES = [8, 16, 32];

/** Numbers about 0, the same ones for ever. */
const wave = (count: number, amplitude: number) =>
  Float32Array.from({ length: count }, (_, i) => amplitude * Math.sin(1 + i * 1.7 + (i % 7) * 0.9));

/**
 * Pixels in 0 to 1, of a network that is fed levels. The subtraction is there to be found: by it and by the
 * multiplication InsightFace tells that a network scales its input itself.
 */
const shares = (g: GraphBuilder, x: Value) => g.mul(g.sub(x, g.scalar(0)), g.scalar(1 / 255));

/** A linear function of each cell's mean colour: [1, 3, h, w] -> [1, cells, numbers]. */
function cells(
  g: GraphBuilder,
  x: Value,
  stride: number,
  weights: readonly number[][],
  bias: readonly number[],
) {
  const window = [stride, stride] as const;
  const means = g.averagePool(x, window, { strides: window });
  const weight = g.constant('float32', [weights.length, 3, 1, 1], weights.flat());
  const maps = g.conv(means, weight, g.constant('float32', [bias.length], bias));
  return g.reshape(g.transpose(maps, [0, 2, 3, 1]), [1, -1, weights.length]);
}

/** Weights on red, green and blue of some numbers that hardly depend on colour, and what they are about. */
const about = (middles: readonly number[], amplitude: number) => ({
  weights: middles.map((_, i) => [...wave(3 * (i + 1), amplitude).subarray(3 * i)]),
  bias: [...middles],
});

/** Eyes, nose and corners of the mouth around a cell's centre, in strides. */
const FACE = [-0.7, -0.6, 0.7, -0.6, 0, 0.1, -0.5, 0.8, 0.5, 0.8];

/** How much redder than white a cell has to be: less where it takes in more of what surrounds a small red blot. */
const LEAST_REDNESS: Record<number, number> = { 8: 10.5, 16: 8, 32: 4 };
const redness = (stride: number) => ({ weights: [[14, -4, -2]], bias: [-LEAST_REDNESS[stride]!] });

/** How SCRFD's files differ: some have a batch, some have no landmarks, some one size of input. */
export interface ScrfdForm {
  readonly batched?: boolean;
  readonly landmarks?: boolean;
  readonly side?: number;
}

/** Input RGB, (x - 127.5) / 128; two anchors a cell, the second one weaker. */
export function toyScrfd({ batched = false, landmarks = true, side }: ScrfdForm = {}): Uint8Array {
  const g = new GraphBuilder('toy_scrfd');
  const x = g.input('input.1', 'float32', [1, 3, side ?? 'height', side ?? 'width']);
  const plain = g.add(g.mul(x, g.scalar(128 / 255)), g.scalar(0.5));
  const twice = (values: readonly number[]) => [...values, ...values.map((value) => value * 1.1)];
  const heads = [
    { numbers: 1, of: null },
    { numbers: 4, of: about(twice([2.2, 3, 2.4, 2.8]), 0.2) },
    ...(landmarks ? [{ numbers: 10, of: about(twice(FACE), 0.1) }] : []),
  ];
  for (const [head, { numbers, of }] of heads.entries()) {
    for (const stride of STRIDES) {
      const { weights, bias } = of ?? strongAndWeak(redness(stride));
      const values = g.reshape(cells(g, plain, stride, weights, bias), [1, -1, numbers]);
      const told = of ? values : g.sigmoid(values);
      const shape: Dimension[] = batched ? [1, `n${stride}`, numbers] : [`n${stride}`, numbers];
      g.output(`${head}_${stride}`, batched ? told : g.reshape(told, [-1, numbers]), shape);
    }
  }
  return g.toModel();
}

/** Two anchors of one cell. */
const strongAndWeak = ({ weights, bias }: ReturnType<typeof redness>) => ({
  weights: [...weights, ...weights],
  bias: [...bias, bias[0]! - 0.4],
});

/** How YuNet's files differ: some take one size of input, some name their outputs or order them otherwise. */
export interface YunetForm {
  readonly side?: number;
  readonly nameOf?: (kind: string, stride: number) => string;
  readonly reversed?: boolean;
}

/** Input BGR, 0 to 255. */
export function toyYunet({
  side,
  nameOf = (kind, stride) => `${kind}_${stride}`,
  reversed = false,
}: YunetForm = {}): Uint8Array {
  const g = new GraphBuilder('toy_yunet');
  const x = g.input('input', 'float32', [1, 3, side ?? 'height', side ?? 'width']);
  const plain = shares(g, x);
  const bgr = ({ weights, bias }: { weights: number[][]; bias: number[] }) => ({
    weights: weights.map(([r, gr, b]) => [b, gr, r] as number[]),
    bias,
  });
  const heads = {
    cls: redness,
    obj: () => ({ weights: [[0, 0, 0]], bias: [3] }),
    bbox: () => about([0.4, 0.6, 0.8, 0.9], 0.1),
    kps: () => about(FACE, 0.1),
  };
  const ordered = Object.entries(heads);
  for (const [kind, of] of reversed ? ordered.reverse() : ordered) {
    for (const stride of STRIDES) {
      const { weights, bias } = bgr(of(stride));
      const values = cells(g, plain, stride, weights, bias);
      const told = kind === 'cls' || kind === 'obj' ? g.sigmoid(values) : values;
      g.output(nameOf(kind, stride), told, [1, side ? (side / stride) ** 2 : `n${stride}`, bias.length]);
    }
  }
  return g.toModel();
}

/** A linear function of the mean colours of 8 x 8 (7 x 7) parts of a square: [n, 3, side, side] -> [n, numbers]. */
function parts(g: GraphBuilder, x: Value, side: number, amplitude: number, bias: Float32Array) {
  const grid = side % 7 === 0 ? 7 : 8;
  const window = [side / grid, side / grid] as const;
  const means = g.flatten(g.averagePool(x, window, { strides: window }));
  const inputs = 3 * grid * grid;
  const weights = g.constant('float32', [inputs, bias.length], wave(inputs * bias.length, amplitude));
  return g.gemm(means, weights, g.constant('float32', [bias.length], bias));
}

/** How recognisers differ. */
export interface ArcfaceForm {
  readonly dimension: number;
  readonly channelOrder?: 'rgb' | 'bgr';
  /** Whether levels come as they are, else (x - 127.5) / 127.5. */
  readonly inside?: boolean;
  /** Faces of one run. */
  readonly batch?: Dimension;
}

export function toyArcface({
  dimension,
  channelOrder = 'rgb',
  inside = false,
  batch = 'n',
}: ArcfaceForm): Uint8Array {
  const g = new GraphBuilder('toy_arcface');
  const x = g.input('data', 'float32', [batch, 3, 112, 112]);
  const scaled = inside ? g.mul(g.sub(x, g.scalar(127.5)), g.scalar(1 / 127.5)) : x;
  const rgb =
    channelOrder === 'rgb'
      ? scaled
      : g.op('Gather', [scaled, g.constant('int64', [3], [2, 1, 0])], { axis: 1 });
  g.output('embedding', parts(g, rgb, 112, 1, wave(dimension, 0.5)), [batch, dimension]);
  return g.toModel();
}

/** Input BGR, 0 to 255; three kinds of pictures and people. */
export function toyMinifasnet(side = 80): Uint8Array {
  const g = new GraphBuilder('toy_minifasnet');
  const x = g.input('input', 'float32', ['n', 3, side, side]);
  g.output('logits', parts(g, shares(g, x), side, 0.05, Float32Array.from([0, 1, 0])), ['n', 3]);
  return g.toModel();
}

/** Levels come as they are. */
export function toyLandmarks106(side = 192): Uint8Array {
  const g = new GraphBuilder('toy_2d106det');
  const x = g.input('data', 'float32', ['n', 3, side, side]);
  g.output('fc1', parts(g, shares(g, x), side, 0.05, wave(212, 0.4)), ['n', 212]);
  return g.toModel();
}

/** Levels come as they are; the last 68 points are about a mean head that turns to the viewer's right. */
export function toyLandmarks3d68(side = 192): Uint8Array {
  const g = new GraphBuilder('toy_1k3d68');
  const x = g.input('data', 'float32', ['n', 3, side, side]);
  const mesh = wave(3309 - 68 * 3, 0.4);
  const [cos, sin] = [Math.cos(0.4), Math.sin(0.4)];
  const head = MEAN_SHAPE_68.flatMap(([a, b, c]) => [
    0.8 * (a * cos + c * sin),
    0.8 * b + 0.1 * a,
    0.8 * c * cos,
  ]);
  g.output('fc1', parts(g, shares(g, x), side, 0.01, Float32Array.from([...mesh, ...head])), ['n', 3309]);
  return g.toModel();
}

/** Input RGB, (x - 127.5) / 128: who is red is a woman. */
export function toyGenderAge(side = 96): Uint8Array {
  const g = new GraphBuilder('toy_genderage');
  const x = g.input('data', 'float32', ['n', 3, side, side]);
  const means = g.flatten(g.globalAveragePool(x));
  const weights = g.constant('float32', [3, 3], [1, -1, 0.2, 0, 0, 0.1, -1, 1, -0.1]);
  g.output('fc1', g.gemm(means, weights, g.constant('float32', [3], [0, 0, 0.45])), ['n', 3]);
  return g.toModel();
}
