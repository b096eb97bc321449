import { openSession, type NumberTensor } from '../src/session.js';
import { allTaps, featureGraph } from '../src/style/feature-graph.js';
import { lossGraph, type LossPlan } from '../src/style/loss-graph.js';
import type { Vgg16Weights } from '../src/style/vgg16-weights.js';
import { numbers } from './random-vgg16.js';
import {
  planes,
  referenceFeatures,
  referenceTerms,
  type Planes,
  type ReferenceTargets,
} from './reference-loss.js';

type Floats = NumberTensor<Float32Array>;

/** How far a graph is from the plain loops in double precision. */
export interface GraphErrors {
  /** Largest relative error of a term of the loss. */
  readonly terms: number;
  /** Largest error of a slope of the loss, in shares of the steepest one: directional derivatives by central differences. */
  readonly gradient: number;
}

/** Made-up levels of a picture. */
const picture = (seed: number, height: number, width: number): Planes =>
  planes(
    3,
    height,
    width,
    numbers(seed, 3 * height * width).map((value) => 0.5 + value / 2),
  );

const floats = ({ channels, height, width, data }: Planes): Floats => ({
  dims: [1, channels, height, width],
  data: Float32Array.from(data),
});

async function run(model: Uint8Array, feeds: Record<string, NumberTensor>) {
  const session = await openSession(model);
  return session.run(feeds).finally(() => session.close()) as Promise<Record<string, Floats>>;
}

/** Loss and gradient of a made-up picture against made-up targets, compared with plain loops in double precision. */
export async function checkGradient(
  weights: Vgg16Weights,
  plan: LossPlan,
  height: number,
  width: number,
): Promise<GraphErrors> {
  const features = featureGraph(weights, plan);
  const { content } = await run(features, { image: floats(picture(1, height, width)) });
  const style = await run(features, { image: floats(picture(2, 12, 20)) });
  const image = picture(3, height, width);
  const at = referenceFeatures(weights, image, allTaps(plan));
  const mask = (tap: (typeof plan.style)[number], seed: number): Floats => {
    const { height, width } = at.get(tap)!;
    return { dims: [1, 1, height, width], data: numbers(seed, height * width).map((value) => 1 + value) };
  };
  const grams = plan.style.map((_, i) => style[`gram_${i}`]!);
  const contentMask = mask(plan.content, 4);
  const styleMasks = plan.style.map((tap, i) => mask(tap, 5 + i));
  const targets = (weights: readonly number[]): ReferenceTargets => ({
    weights,
    content: content!.data,
    grams: grams.map(({ data }) => data),
    masks: plan.masked ? { content: contentMask.data, style: styleMasks.map(({ data }) => data) } : null,
  });
  // Each term counts as much as the others, so that an error in any of them is seen.
  const count = 1 + plan.style.length + Number(plan.smoothed);
  const plain = referenceTerms(weights, plan, image, targets(Array<number>(count).fill(1)));
  const termWeights = Float32Array.from(plain, (term) => 1 / term);
  const against = targets([...termWeights]);
  const { terms, gradient, loss } = await run(lossGraph(weights, plan), {
    image: floats(image),
    weights: { dims: [count], data: termWeights },
    content: content!,
    ...Object.fromEntries(grams.map((gram, i) => [`gram_${i}`, gram])),
    ...(plan.masked && {
      content_mask: contentMask,
      ...Object.fromEntries(styleMasks.map((styleMask, i) => [`style_${i}_mask`, styleMask])),
    }),
  });
  const due = referenceTerms(weights, plan, image, against);
  const sum = due.reduce((total, term) => total + term, 0);
  const errors = [...due.map((term, i) => terms!.data[i]! / term - 1), loss!.data[0]! / sum - 1];
  const lossAt = (direction: Float64Array, step: number) => {
    const data = image.data.map((level, i) => level + step * direction[i]!);
    return referenceTerms(weights, plan, { ...image, data }, against).reduce(
      (total, term) => total + term,
      0,
    );
  };
  const steepest = Math.hypot(...gradient!.data);
  const slopes = directions(gradient!.data).map((direction) => {
    const step = 1e-6;
    const measured = (lossAt(direction, step) - lossAt(direction, -step)) / (2 * step);
    const claimed = direction.reduce((total, share, i) => total + share * gradient!.data[i]!, 0);
    return (measured - claimed) / steepest;
  });
  return { terms: largest(errors), gradient: largest(slopes) };
}

const largest = (errors: readonly number[]) => Math.max(...errors.map(Math.abs));

/** Unit vectors: the steepest one, a few random ones and a few single levels. */
function directions(gradient: Float32Array): Float64Array[] {
  const unit = (values: ArrayLike<number>) => {
    const vector = Float64Array.from(values);
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  };
  const random = [21, 22, 23].map((seed) => unit(numbers(seed, gradient.length)));
  const single = [0, 0.3, 0.6, 0.999].map((share) => {
    const at = Math.trunc(share * gradient.length);
    return gradient.map((_, i) => Number(i === at));
  });
  return [unit(gradient), ...random, ...single.map(unit)];
}
