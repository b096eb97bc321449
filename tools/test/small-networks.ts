import { GraphBuilder, type Value } from '@rollcall/vision';

/** Numbers that tell one network from another. */
const numbers = (length: number, seed = 1) =>
  Float32Array.from({ length }, (_, i) => (((i + seed) * 31) % 61) / 61 - 0.5);

/**
 * A detector as SCRFD is: a face of 128 pixels around every cell of stride 32 that is white.
 *
 * Input `[1, 3, height, width]`, nine outputs by position.
 */
export function smallScrfd(
  backbone: (g: GraphBuilder, image: Value) => Value = (_, image) => image,
): Uint8Array {
  const g = new GraphBuilder('scrfd');
  const image = g.input('input.1', 'float32', [1, 3, 'height', 'width']);
  const grey = g.op('ReduceMean', [backbone(g, image)], { axes: [1], keepdims: 1 });
  const scores = [8, 16, 32].map((stride) => scoresOf(g, grey, stride));
  const rows = (score: Value, values: readonly number[]) =>
    g.add(g.mul(score, g.scalar(0)), g.constant('float32', [1, values.length], values));
  const landmarks = [-0.5, -0.4, 0.5, -0.4, 0, 0.1, -0.4, 0.6, 0.4, 0.6];
  for (const [i, score] of scores.entries()) g.output(`score_${i}`, score, ['n', 1]);
  for (const [i, score] of scores.entries()) g.output(`bbox_${i}`, rows(score, [2, 2, 2, 2]), ['n', 4]);
  for (const [i, score] of scores.entries()) g.output(`kps_${i}`, rows(score, landmarks), ['n', 10]);
  return g.toModel();
}

/** The same, with a convolution before it: what 8 bits are for. Black is 0 behind it, white is 1. */
export function convolvedScrfd(): Uint8Array {
  return smallScrfd((g, image) => {
    const kernel = g.constant('float32', [8, 3, 3, 3], new Float32Array(8 * 27).fill(1 / 27));
    return g.relu(g.conv(image, kernel, null, { padding: 'same' }));
  });
}

/** Two anchors a cell, of which the second never sees anything. */
function scoresOf(g: GraphBuilder, grey: Value, stride: number): Value {
  const cells = g.averagePool(grey, [stride, stride], { strides: [stride, stride] });
  const bright = g.sigmoid(g.mul(g.sub(cells, g.scalar(0.5)), g.scalar(20)));
  const first = g.reshape(g.mul(bright, g.scalar(stride === 32 ? 1 : 0)), [-1, 1]);
  return g.reshape(g.concat([first, g.mul(first, g.scalar(0))], 1), [-1, 1]);
}

/**
 * A detector as YuNet is published, for 640x640 alone: a face of 128 pixels around every cell of stride 32 that is white.
 *
 * Input `[1, 3, 640, 640]`, twelve outputs by name.
 */
export function smallYunet(): Uint8Array {
  const g = new GraphBuilder('yunet');
  const image = g.input('input', 'float32', [1, 3, 640, 640]);
  const grey = g.mul(g.op('ReduceMean', [image], { axes: [1], keepdims: 1 }), g.scalar(1 / 255));
  const scores = [8, 16, 32].map((stride) => {
    const cells = g.averagePool(grey, [stride, stride], { strides: [stride, stride] });
    const bright = g.sigmoid(g.mul(g.sub(cells, g.scalar(0.5)), g.scalar(20)));
    return g.reshape(g.mul(bright, g.scalar(stride === 32 ? 1 : 0)), [1, -1, 1]);
  });
  const rows = (score: Value, values: readonly number[]) =>
    g.add(g.mul(score, g.scalar(0)), g.constant('float32', [1, 1, values.length], values));
  const values = {
    cls: (score: Value) => score,
    obj: (score: Value) => score,
    bbox: (score: Value) => rows(score, [0.5, 0.5, Math.log(4), Math.log(4)]),
    kps: (score: Value) => rows(score, [-0.1, 0.1, 1.1, 0.1, 0.5, 0.6, 0, 1.1, 1, 1.1]),
  };
  for (const [name, value] of Object.entries(values))
    for (const [i, score] of scores.entries()) g.output(`${name}_${8 << i}`, value(score));
  return g.toModel();
}

/** A recogniser as ArcFace is; `batch` as SFace has it where it is 1. */
export function smallArcface(dimension: number, batch: number | string = 'n', seed = 1): Uint8Array {
  const g = new GraphBuilder('arcface');
  const image = g.input('input.1', 'float32', [batch, 3, 112, 112]);
  const mean = g.flatten(g.globalAveragePool(image));
  const weight = g.constant('float32', [3, dimension], numbers(3 * dimension, seed));
  const bias = g.constant('float32', [dimension], numbers(dimension, seed + 7));
  g.output('embedding', g.add(g.matMul(mean, weight), bias), [batch, dimension]);
  return g.toModel();
}

/** One net of MiniFASNet, which always gives these logits. */
export function smallMinifasnet(logits: readonly [number, number, number]): Uint8Array {
  const g = new GraphBuilder('minifasnet');
  const image = g.input('input', 'float32', ['n', 3, 80, 80]);
  const mean = g.flatten(g.globalAveragePool(image));
  g.output('output', g.add(g.mul(mean, g.scalar(0)), g.constant('float32', [1, 3], logits)), ['n', 3]);
  return g.toModel();
}

/** An attribute network, which begins by scaling the pixels as InsightFace's do. */
export function smallAttributes(side: number, entries: number): Uint8Array {
  const g = new GraphBuilder('attributes');
  const image = g.input('data', 'float32', ['n', 3, side, side]);
  const scaled = g.mul(g.sub(image, g.scalar(127.5)), g.scalar(1 / 128));
  const weight = g.constant('float32', [3, entries], numbers(3 * entries));
  g.output('fc1', g.matMul(g.flatten(g.globalAveragePool(scaled)), weight), ['n', entries]);
  return g.toModel();
}
