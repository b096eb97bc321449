import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/graph-writer.js';

/** The part of the 112x112 crop that is face in nearly every photo: brows to chin, cheek to cheek. */
export const FACE_REGION = { left: 22, top: 32, width: 68, height: 72 } as const;

/** BT.601. */
export const LUMA = [0.299, 0.587, 0.114] as const;

const LAPLACIAN = [0, 1, 0, 1, -4, 1, 0, 1, 0];

/**
 * What is measured on the pixels of aligned faces, in levels of 0 to 255, over the region that is face.
 *
 * @param faces float32 [n, 3, 112, 112], 0 to 255, RGB
 * @returns float32 [n, 3]: mean of the luma, its variance, variance of its 4-neighbour Laplacian
 */
export function measureFaces(g: GraphBuilder, faces: Value): Value {
  const { left, top, width, height } = FACE_REGION;
  const region = g.slice(g.slice(faces, 2, top, top + height), 3, left, left + width);
  const luma = lumaOf(g, region);
  const edges = g.conv(luma, g.constant('float32', [1, 1, 3, 3], LAPLACIAN), null);
  return g.concat([mean(g, luma), variance(g, luma), variance(g, edges)], 1);
}

/** [n, 3, h, w] -> [n, 1, h, w] */
export const lumaOf = (g: GraphBuilder, faces: Value): Value =>
  g.conv(faces, g.constant('float32', [1, 3, 1, 1], LUMA), null);

/** [n, 1, h, w] -> [n, 1] */
const mean = (g: GraphBuilder, values: Value): Value => g.reshape(g.globalAveragePool(values), [0, 1]);

function variance(g: GraphBuilder, values: Value): Value {
  const off = g.sub(values, g.globalAveragePool(values));
  return mean(g, g.mul(off, off));
}
