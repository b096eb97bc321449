import type { Value } from '../graph/graph-writer.js';
import { allTaps, type LossTaps } from './feature-graph.js';
import { gramMatrix } from './gram-matrix.js';
import { layerOfTap, layersUpTo, type Tap } from './vgg16.js';
import { Vgg16Graph } from './vgg16-graph.js';
import type { Vgg16Weights } from './vgg16-weights.js';

/** What the loss of a graph consists of. What is left out costs nothing. */
export interface LossPlan extends LossTaps {
  /** Whether pixels weigh differently: inputs `content_mask` and `style_<i>_mask`. */
  readonly masked: boolean;
  /** Whether roughness counts: the last entry of `weights` and `terms`. */
  readonly smoothed: boolean;
}

/**
 * Writes ONE graph that gives the loss of a picture and the gradient with respect to its levels. Everything that
 * differs between styles, strengths and sizes is an input, so that one session serves them all.
 *
 * Inputs, float32, `h` and `w` being the size of the features at a tap:
 * - `image` [1, 3, height, width]: RGB, 0 to 1 (values beyond are allowed)
 * - `weights` [terms]: of the content, of each style tap, of the roughness
 * - `content` [1, channels, h, w]: the features to keep
 * - `gram_<i>` [channels, channels]: the Gram matrix to take on at style tap i
 * - `content_mask` [1, 1, h, w], `style_<i>_mask` [1, 1, h, w]: how much pixels count, mean 1; only when `masked`
 *
 * Outputs:
 * - `loss` [1]: the sum of `terms`
 * - `terms` [terms]: each times its weight: mean of mask * (features - content)^2; mean of (Gram matrix - gram_<i>)^2;
 *   mean squared difference of neighbouring levels, down plus across (total variation with exponent 2: Mahendran and
 *   Vedaldi, "Understanding deep image representations by inverting them", arXiv:1412.0035)
 * - `gradient` [1, 3, height, width]: of `loss`, per level of 0 to 1
 */
export function lossGraph(weights: Vgg16Weights, plan: LossPlan): Uint8Array {
  const g = new LossGraph('style_loss', weights);
  const image = g.input('image', 'float32', [1, 3, 'height', 'width']);
  g.forwards(image, layersUpTo(allTaps(plan)));
  g.content(plan);
  for (const [i, tap] of plan.style.entries()) g.style(i, tap, plan.masked);
  const fromFeatures = g.backwards(g.gradients);
  const gradient = plan.smoothed ? g.add(fromFeatures, g.roughness(image)) : fromFeatures;
  g.outputLoss();
  g.output('gradient', gradient, [1, 3, 'height', 'width']);
  return g.toModel();
}

class LossGraph extends Vgg16Graph {
  /** By tap, with respect to the features. */
  readonly gradients = new Map<Tap, Value>();
  private readonly weightOf = this.input('weights', 'float32', ['terms']);
  private readonly terms: Value[] = [];

  /** L = weight * mean(mask * d^2), d = features - target; dL/dfeatures = 2 * weight / size * mask * d. */
  content({ content: tap, masked }: LossPlan): void {
    const features = this.at(tap);
    const [, channels] = layerOfTap(tap).channels;
    const target = this.input('content', 'float32', [1, channels, 'content_height', 'content_width']);
    const difference = this.sub(features, target);
    const weighted = masked ? this.mul(difference, this.mask('content')) : difference;
    const weight = this.addTerm(this.mean(this.mul(difference, weighted)));
    this.addGradient(tap, this.mul(weighted, this.mul(weight, this.perElement(features, 2))));
  }

  /** L = weight * mean((G - A)^2), G = k F M F'; dL/dF = 4 * weight * k / channels^2 * (G - A) F M. */
  style(index: number, tap: Tap, masked: boolean): void {
    const features = this.at(tap);
    const [, channels] = layerOfTap(tap).channels;
    const target = this.input(`gram_${index}`, 'float32', [channels, channels]);
    const { gram, rows, scale } = gramMatrix(
      this,
      features,
      channels,
      masked ? this.mask(`style_${index}`) : null,
    );
    const difference = this.sub(gram, target);
    const weight = this.addTerm(this.mean(this.mul(difference, difference)));
    const factor = this.mul(this.mul(weight, scale), this.scalar(4 / channels ** 2));
    const gradient = this.matMul(this.mul(difference, factor), rows);
    this.addGradient(
      tap,
      this.op('Reshape', [gradient, this.op('Shape', [features], {}, { type: 'int64' })]),
    );
  }

  /** L = weight * (mean(across^2) + mean(down^2)) over the differences of neighbours; returns dL/dimage. */
  roughness(image: Value): Value {
    const [down, across] = [2, 3].map((axis) => {
      const difference = this.sub(this.slice(image, axis, 1, MAX_SIZE), this.slice(image, axis, 0, -1));
      const before = [2, 3].map((other) => Number(other === axis));
      return {
        mean: this.mean(this.mul(difference, difference)),
        // Each difference pulls its second pixel down and its first one up.
        pull: this.sub(
          this.pad(difference, [0, 0, ...before], [0, 0, 0, 0]),
          this.pad(difference, [0, 0, 0, 0], [0, 0, ...before]),
        ),
        perElement: this.perElement(difference, 2),
      };
    }) as [Direction, Direction];
    const weight = this.addTerm(this.add(down.mean, across.mean));
    const [vertical, horizontal] = [down, across].map(({ pull, perElement }) =>
      this.mul(pull, this.mul(weight, perElement)),
    ) as [Value, Value];
    return this.add(vertical, horizontal);
  }

  outputLoss(): void {
    const terms = this.concat(this.terms, 0);
    this.output('terms', terms, ['terms']);
    this.output('loss', this.op('ReduceSum', [terms], { keepdims: 1 }), [1]);
  }

  /** Notes a term [1] before its weight; returns the weight [1]. */
  private addTerm(mean: Value): Value {
    const index = this.terms.length;
    const weight = this.slice(this.weightOf, 0, index, index + 1);
    this.terms.push(this.mul(this.reshape(mean, [1]), weight));
    return weight;
  }

  private addGradient(tap: Tap, gradient: Value): void {
    const before = this.gradients.get(tap);
    this.gradients.set(tap, before ? this.add(before, gradient) : gradient);
  }

  private mask(name: string): Value {
    return this.input(`${name}_mask`, 'float32', [1, 1, `${name}_mask_height`, `${name}_mask_width`]);
  }

  private mean(x: Value): Value {
    return this.op('ReduceMean', [x], { keepdims: 0 });
  }

  /** `share` / the number of elements of x, scalar. */
  private perElement(x: Value, share: number): Value {
    return this.div(this.scalar(share), this.cast(this.op('Size', [x], {}, { type: 'int64' }), 'float32'));
  }
}

interface Direction {
  readonly mean: Value;
  readonly pull: Value;
  readonly perElement: Value;
}

/** Larger than any side of a picture: slices end at the picture's edge. */
const MAX_SIZE = 2 ** 31;
