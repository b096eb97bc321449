import type { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/graph-writer.js';

/** The part of the 112x112 crop that is face in nearly every photo: brows to chin, cheek to cheek. */
const FACE_REGION = { left: 22, top: 32, width: 68, height: 72 };

/**
 * What is measured on the pixels of aligned faces, in levels of 0 to 255, over the region that is face.
 *
 * @param luma float32 [n, 1, 112, 112], 0 to 255; see `lumaOf`
 * @returns float32 [n, 3]: mean of the luma, its variance, variance of its 4-neighbour Laplacian
 */
export function measureFaces(g: GraphBuilder, luma: Value): Value {
  const { left, top, width, height } = FACE_REGION;
  const region = part(g, luma, { left, top, width, height });
  return g.concat([mean(g, region), variance(g, region), variance(g, laplacian(g, region))], 1);
}

/** [n, 1, h, w] -> [n, 1, h - 2, w - 2] */
function laplacian(g: GraphBuilder, luma: Value): Value {
  const { width, height } = FACE_REGION;
  const inner = (left: number, top: number) =>
    part(g, luma, { left, top, width: width - 2, height: height - 2 });
  const around = g.op('Sum', [inner(1, 0), inner(0, 1), inner(2, 1), inner(1, 2)]);
  return g.sub(around, g.mul(inner(1, 1), g.scalar(4)));
}

function part(g: GraphBuilder, planes: Value, { left, top, width, height }: typeof FACE_REGION): Value {
  return g.slice(g.slice(planes, 2, top, top + height), 3, left, left + width);
}

/** [n, 1, h, w] -> [n, 1] */
const mean = (g: GraphBuilder, values: Value): Value => g.reshape(g.globalAveragePool(values), [0, 1]);

function variance(g: GraphBuilder, values: Value): Value {
  const off = g.sub(values, g.globalAveragePool(values));
  return mean(g, g.mul(off, off));
}
