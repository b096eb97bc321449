import type { LossPlan } from '../src/style/loss-graph.js';
import { allTaps } from '../src/style/feature-graph.js';
import { layersUpTo, type Tap } from '../src/style/vgg16.js';
import type { Vgg16Weights } from '../src/style/vgg16-weights.js';

/** Numbers [channels, height, width] in double precision. */
export interface Planes {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly data: Float64Array;
}

export const planes = (channels: number, height: number, width: number, data?: ArrayLike<number>): Planes => {
  const copy = new Float64Array(channels * height * width);
  if (data) copy.set(data);
  return { channels, height, width, data: copy };
};

/** What a loss is measured against; masks as the graph takes them, all ones where null. */
export interface ReferenceTargets {
  readonly weights: readonly number[];
  readonly content: ArrayLike<number>;
  readonly grams: readonly ArrayLike<number>[];
  readonly masks: {
    readonly content: ArrayLike<number>;
    readonly style: readonly ArrayLike<number>[];
  } | null;
}

/** Features by tap, by plain loops in double precision: nothing of this is shared with the graph but the weights. */
export function referenceFeatures(
  weights: Vgg16Weights,
  image: Planes,
  taps: readonly Tap[],
): Map<Tap, Planes> {
  const found = new Map<Tap, Planes>();
  const plane = image.height * image.width;
  let x: Planes = {
    ...image,
    data: image.data.map((level, i) => level - weights.mean[Math.trunc(i / plane)]!),
  };
  for (const layer of layersUpTo(taps)) {
    if (layer.pooled) x = pool(x);
    const { kernel, bias } = weights.layer(layer);
    x = convolve(x, kernel.data, bias.data);
    found.set(`conv${layer.name}` as Tap, x);
    x = { ...x, data: x.data.map((value) => Math.max(0, value)) };
    found.set(`relu${layer.name}` as Tap, x);
  }
  return found;
}

/** [channels, channels], each product of two channels averaged over channels and pixels. */
export function referenceGram(
  { channels, height, width, data }: Planes,
  mask?: ArrayLike<number>,
): Float64Array {
  const pixels = height * width;
  const gram = new Float64Array(channels * channels);
  for (let a = 0; a < channels; a++) {
    for (let b = 0; b < channels; b++) {
      let sum = 0;
      for (let p = 0; p < pixels; p++)
        sum += data[a * pixels + p]! * data[b * pixels + p]! * (mask?.[p] ?? 1);
      gram[a * channels + b] = sum / (channels * pixels);
    }
  }
  return gram;
}

/** The terms of the loss as `lossGraph` documents them. */
export function referenceTerms(
  weights: Vgg16Weights,
  plan: LossPlan,
  image: Planes,
  targets: ReferenceTargets,
): number[] {
  const features = referenceFeatures(weights, image, allTaps(plan));
  const content = features.get(plan.content)!;
  const pixels = content.height * content.width;
  const mask = targets.masks;
  const terms = [
    mean(content.data, (v, i) => (mask?.content[i % pixels] ?? 1) * (v - targets.content[i]!) ** 2),
  ];
  for (const [i, tap] of plan.style.entries()) {
    const gram = referenceGram(features.get(tap)!, mask?.style[i]);
    terms.push(mean(gram, (value, at) => (value - targets.grams[i]![at]!) ** 2));
  }
  if (plan.smoothed) terms.push(roughness(image));
  return terms.map((term, i) => term * targets.weights[i]!);
}

const mean = (values: Float64Array, of: (value: number, index: number) => number) =>
  values.reduce((sum, value, i) => sum + of(value, i), 0) / values.length;

function roughness({ channels, height, width, data }: Planes): number {
  let [down, across] = [0, 0];
  for (let i = 0; i < data.length; i++) {
    if (i % width < width - 1) across += (data[i + 1]! - data[i]!) ** 2;
    if (Math.trunc(i / width) % height < height - 1) down += (data[i + width]! - data[i]!) ** 2;
  }
  return down / (channels * (height - 1) * width) + across / (channels * height * (width - 1));
}

function convolve(x: Planes, kernel: Float32Array, bias: Float32Array): Planes {
  const { channels, height, width } = x;
  const y = planes(bias.length, height, width);
  const padded = withBorder(x);
  const [stride, plane] = [width + 2, (height + 2) * (width + 2)];
  const offsets = [0, 1, 2].flatMap((down) => [0, 1, 2].map((right) => down * stride + right));
  const sumAt = (out: number, row: number, column: number) => {
    let [sum, weight] = [bias[out]!, out * channels * 9];
    for (let channel = 0; channel < channels; channel++) {
      const corner = channel * plane + row * stride + column;
      for (const offset of offsets) sum += padded[corner + offset]! * kernel[weight++]!;
    }
    return sum;
  };
  let target = 0;
  for (let out = 0; out < y.channels; out++)
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) y.data[target++] = sumAt(out, row, column);
  return y;
}

/** One pixel of zeros around each plane. */
function withBorder({ channels, height, width, data }: Planes): Float64Array {
  const padded = new Float64Array(channels * (height + 2) * (width + 2));
  for (let row = 0; row < channels * height; row++) {
    const skipped = 2 * Math.trunc(row / height) + 1;
    padded.set(data.subarray(row * width, (row + 1) * width), (row + skipped) * (width + 2) + 1);
  }
  return padded;
}

function pool({ channels, height, width, data }: Planes): Planes {
  const y = planes(channels, Math.trunc(height / 2), Math.trunc(width / 2));
  for (let i = 0; i < y.data.length; i++) {
    const [row, column] = [Math.trunc(i / y.width), i % y.width];
    const at = Math.trunc(row / y.height) * height * width + (row % y.height) * 2 * width + column * 2;
    y.data[i] = Math.max(data[at]!, data[at + 1]!, data[at + width]!, data[at + width + 1]!);
  }
  return y;
}
