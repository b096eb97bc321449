import { GraphBuilder } from '../../graph/graph-builder.js';
import type { Value } from '../../graph/graph-writer.js';
import { depthwiseToOihw, toOihw } from './kernel-layout.js';
import { normalizedPixels } from './normalized-pixels.js';
import type { WeightMap, Weights } from './weight-map.js';

/** Side of the landmark network's square crop in pixels. */
export const LANDMARK_SIDE = 112;

const LAYERS = [0, 1, 2, 3];

/**
 * The 68-point network of face-api.js (`faceLandmarkNet` with `faceFeatureExtractor` in @vladmandic/face-api): four
 * dense blocks of separable convolutions, one fully connected layer.
 *
 * Input `image` uint8 [n, 112, 112, 3]: the detected box, scaled into the middle of a square, black around it, RGB.
 * Output `points` float32 [n, 136]: x and y in turn, with the square as unit; the order is that of iBUG 300-W.
 */
export function landmarks68Graph(weights: WeightMap): Uint8Array {
  const g = new LandmarkGraph(weights);
  const image = g.input('image', 'uint8', ['n', LANDMARK_SIDE, LANDMARK_SIDE, 3]);
  let x = normalizedPixels(g, image, 255);
  for (const block of [0, 1, 2, 3]) x = g.denseBlock(x, `dense${block}`, block === 0);
  const pooled = g.flatten(g.averagePool(x, [7, 7], { strides: [2, 2] }));
  g.output('points', g.fullyConnected(pooled), ['n', 136]);
  return g.toModel();
}

class LandmarkGraph extends GraphBuilder {
  constructor(private readonly weights: WeightMap) {
    super('face_landmarks_68');
  }

  /** Layer 0 halves the image; each later layer reads the sum of all before it, and the block ends with their sum. */
  denseBlock(x: Value, name: string, first: boolean): Value {
    const [layer0, ...layers] = LAYERS.map((layer) => `${name}/conv${layer}`) as [string, ...string[]];
    let sum = this.relu(first ? this.full(x, layer0) : this.separable(x, layer0, 2));
    let input = sum;
    for (const layer of layers) {
      sum = this.add(sum, this.separable(input, layer, 1));
      input = this.relu(sum);
    }
    return input;
  }

  fullyConnected(x: Value): Value {
    return this.gemm(
      x,
      this.weight(this.weights.get('fc/weights')),
      this.weight(this.weights.get('fc/bias')),
    );
  }

  private full(x: Value, name: string): Value {
    return this.convolve(x, toOihw(this.weights.get(`${name}/filters`)), `${name}/bias`, 2);
  }

  private separable(x: Value, name: string, stride: number): Value {
    const depthwise = depthwiseToOihw(this.weights.get(`${name}/depthwise_filter`));
    const group = depthwise.shape[0];
    const padding = 'same' as const;
    const spread = this.conv(x, this.weight(depthwise), null, { strides: [stride, stride], padding, group });
    return this.convolve(spread, toOihw(this.weights.get(`${name}/pointwise_filter`)), `${name}/bias`, 1);
  }

  private convolve(x: Value, kernel: Weights, bias: string, stride: number): Value {
    const options = { strides: [stride, stride], padding: 'same' } as const;
    return this.conv(x, this.weight(kernel), this.weight(this.weights.get(bias)), options);
  }

  private weight({ shape, data }: Weights): Value {
    return this.constant('float32', shape, data, 'weight');
  }
}
