import type { GraphBuilder } from '../../graph/graph-builder.js';
import type { Value } from '../../graph/graph-writer.js';

/** Mean of the training images of both crop networks, R, G, B (dlib, `input_rgb_image_sized`). */
const MEAN_RGB = [122.782, 117.001, 104.298];

/**
 * Bytes of upright crops as the crop networks take them.
 * @param image uint8 [n, height, width, 3], RGB
 * @param divisor what the centred levels are divided by
 * @returns float32 [n, 3, height, width]
 */
export function normalizedPixels(g: GraphBuilder, image: Value, divisor: number): Value {
  const planes = g.transpose(g.cast(image, 'float32'), [0, 3, 1, 2]);
  const mean = g.constant('float32', [1, 3, 1, 1], MEAN_RGB, 'mean');
  return g.div(g.sub(planes, mean), g.scalar(divisor));
}
