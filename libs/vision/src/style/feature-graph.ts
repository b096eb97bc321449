import { gramMatrix } from './gram-matrix.js';
import { layerOfTap, layersUpTo, type Tap } from './vgg16.js';
import { Vgg16Graph } from './vgg16-graph.js';
import type { Vgg16Weights } from './vgg16-weights.js';

/** Where a loss reads its features. */
export interface LossTaps {
  /** Behind which layer the picture has to be what it was. */
  readonly content: Tap;
  /** Behind which layers it has to have the style's Gram matrices. */
  readonly style: readonly Tap[];
}

/** Every tap once. */
export function allTaps({ content, style }: LossTaps): Tap[] {
  return [content, ...style];
}

/**
 * Writes the graph that a picture's targets come from.
 *
 * - input `image`: float32 [1, 3, height, width], RGB, 0 to 1, any size from 4x4 on
 * - output `content`: the features at the content tap [1, channels, h, w]
 * - outputs `gram_<i>`: the Gram matrix at style tap i [channels, channels]; see `gramMatrix`
 */
export function featureGraph(weights: Vgg16Weights, taps: LossTaps): Uint8Array {
  const g = new Vgg16Graph('vgg16_features', weights);
  const image = g.input('image', 'float32', [1, 3, 'height', 'width']);
  g.forwards(image, layersUpTo(allTaps(taps)));
  g.output('content', g.at(taps.content));
  for (const [i, tap] of taps.style.entries()) {
    const [, channels] = layerOfTap(tap).channels;
    g.output(`gram_${i}`, gramMatrix(g, g.at(tap), channels, null).gram);
  }
  return g.toModel();
}
