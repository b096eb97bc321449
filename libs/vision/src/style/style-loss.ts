import { openSession, type ModelSession, type NumberTensor, type SessionOptions } from '../session.js';
import { featureGraph, type LossTaps } from './feature-graph.js';
import { lossGraph, type LossPlan } from './loss-graph.js';
import type { Evaluation } from './optimizer/minimizer.js';
import type { PlanarImage } from './planar-image.js';
import type { Vgg16Weights } from './vgg16-weights.js';

type Floats = NumberTensor<Float32Array>;

/** What a picture shows and how it is painted, as the network sees it. */
export interface Features {
  /** [1, channels, h, w] at the content tap. */
  readonly content: Floats;
  /** [channels, channels] for each style tap. */
  readonly grams: readonly Floats[];
}

/** What a picture is to become; shapes as `lossGraph` documents them. */
export interface LossTargets extends Features {
  /** Of each term: content, style taps, roughness. */
  readonly weights: readonly number[];
  /** Only for a plan that is masked. */
  readonly masks?: { readonly content: Floats; readonly style: readonly Floats[] };
}

/** Loss of a picture with what it is made of. */
export interface StyleEvaluation extends Evaluation {
  /** Weighted, in the order of the weights; they add up to the loss. */
  readonly terms: readonly number[];
}

/** Reads the features of pictures of any size. Blocks the thread while the network runs. */
export class FeatureReader {
  private constructor(
    private readonly session: ModelSession,
    private readonly taps: LossTaps,
  ) {}

  static async open(weights: Vgg16Weights, taps: LossTaps, options: SessionOptions): Promise<FeatureReader> {
    return new FeatureReader(await openSession(featureGraph(weights, taps), options), taps);
  }

  async read(image: PlanarImage): Promise<Features> {
    const found = (await this.session.run({ image: imageTensor(image) })) as Record<string, Floats>;
    const grams = this.taps.style.map((_, i) => found[`gram_${i}`] as Floats);
    return { content: found['content'] as Floats, grams };
  }

  close(): Promise<void> {
    return this.session.close();
  }
}

/** Computes the loss of pictures and its gradient, against targets that may change. Blocks the thread meanwhile. */
export class StyleLoss {
  private feeds: Record<string, NumberTensor> = {};

  private constructor(private readonly session: ModelSession) {}

  static async open(weights: Vgg16Weights, plan: LossPlan, options: SessionOptions): Promise<StyleLoss> {
    return new StyleLoss(await openSession(lossGraph(weights, plan), options));
  }

  /** What pictures are compared with from now on. */
  aimAt({ content, grams, weights, masks }: LossTargets): void {
    this.feeds = { content, weights: { dims: [weights.length], data: Float32Array.from(weights) } };
    for (const [i, gram] of grams.entries()) this.feeds[`gram_${i}`] = gram;
    if (!masks) return;
    this.feeds['content_mask'] = masks.content;
    for (const [i, mask] of masks.style.entries()) this.feeds[`style_${i}_mask`] = mask;
  }

  /** Loss and gradient of a picture of the size that the targets are for. */
  async evaluate(image: PlanarImage): Promise<StyleEvaluation> {
    const found = (await this.session.run({ ...this.feeds, image: imageTensor(image) })) as Record<
      string,
      Floats
    >;
    const terms = [...(found['terms'] as Floats).data];
    // Added up here in double precision: late losses differ by less than single precision shows.
    const loss = terms.reduce((sum, term) => sum + term, 0);
    return { loss, terms, gradient: (found['gradient'] as Floats).data };
  }

  close(): Promise<void> {
    return this.session.close();
  }
}

function imageTensor({ width, height, data }: PlanarImage): Floats {
  return { dims: [1, 3, height, width], data };
}

/**
 * Gram matrices of several styles as one: their mean, weighted. A picture near it is as near to all of them as one can
 * be, since the weighted sum of squared distances differs from the distance to the mean by a constant.
 *
 * @param shares one for each style, not all 0
 */
export function blendGrams(styles: readonly (readonly Floats[])[], shares: readonly number[]): Floats[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const [first = []] = styles;
  return first.map(({ dims }, tap) => {
    const data = new Float32Array(first[tap]!.data.length);
    for (const [i, grams] of styles.entries()) {
      const gram = grams[tap]!.data;
      for (let at = 0; at < data.length; at++)
        data[at] = (data[at] as number) + (gram[at] as number) * ((shares[i] as number) / total);
    }
    return { dims, data };
  });
}
