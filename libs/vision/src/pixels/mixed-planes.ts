import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/graph-writer.js';

/** Shares of R, G and B in the luma of BT.601. */
const LUMA = [0.299, 0.587, 0.114] as const;

/**
 * Mixes red, green and blue, one plane for each row of shares. A convolution of one pixel would do the same, but the
 * runtime makes it sixteen planes wide, however few are asked for.
 *
 * @param faces float32 [n, 3, side, side], RGB
 * @param shares of R, G and B in each plane
 * @returns float32 [n, planes, side, side]
 */
export function mixedPlanes(
  g: GraphBuilder,
  faces: Value,
  shares: readonly (readonly number[])[],
  side: number,
): Value {
  const planes = g.constant('float32', [shares.length, 3], shares.flat());
  const mixture = g.matMul(planes, g.reshape(faces, [-1, 3, side * side]));
  return g.reshape(mixture, [-1, shares.length, side, side]);
}

/** [n, 3, side, side] -> [n, 1, side, side], in the levels of the image */
export const lumaOf = (g: GraphBuilder, faces: Value, side: number): Value =>
  mixedPlanes(g, faces, [LUMA], side);
