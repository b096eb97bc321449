import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/graph-writer.js';

/** Nodes of a Gram matrix, and what its gradient is made of. */
export interface GramNodes {
  /** [channels, channels]: mean over pixels and channels of the products of two channels; symmetric. */
  readonly gram: Value;
  /** Features, weighted where weights were given, as [channels, pixels]. */
  readonly rows: Value;
  /** 1 / (channels * height * width), scalar. */
  readonly scale: Value;
}

/**
 * The Gram matrix G = F diag(m) F' / (channels * height * width): which features appear together, wherever that is.
 * Gatys, Ecker and Bethge, "Image style transfer using convolutional neural networks" (CVPR 2016), equation 3, divided
 * as is usual with PyTorch; the weights m of pixels are the guidance channels T^2 of Gatys et al., "Controlling
 * perceptual factors in neural style transfer" (arXiv:1611.07865), equation 4.
 *
 * @param features [1, channels, height, width]
 * @param weights of the pixels [1, 1, height, width], mean 1; null weighs all the same
 */
export function gramMatrix(
  g: GraphBuilder,
  features: Value,
  channels: number,
  weights: Value | null,
): GramNodes {
  const plain = g.reshape(features, [channels, -1]);
  const rows = weights ? g.reshape(g.mul(features, weights), [channels, -1]) : plain;
  const count = g.cast(g.op('Size', [features], {}, { type: 'int64' }), 'float32');
  const scale = g.op('Reciprocal', [count]);
  return { gram: g.mul(g.gemm(rows, plain, null, { transB: true }), scale), rows, scale };
}
