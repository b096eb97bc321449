import { GraphBuilder } from '../../graph/graph-builder.js';
import type { Value } from '../../graph/graph-writer.js';
import { depthwiseToOihw, everyFilter, scaleFilters, toOihw } from './kernel-layout.js';
import type { WeightMap, Weights } from './weight-map.js';

const BATCH_NORM_EPSILON = 0.0010000000474974513;
const DOWNSAMPLING_BLOCKS = [2, 4, 6, 12];
const CLASSES = 3;
const FACE_CLASS = 1;

/**
 * SSD with a MobileNetV1 backbone (Liu et al., arXiv:1512.02325; Howard et al., arXiv:1704.04861) as face-api.js
 * trained it: `ssdMobilenetv1` in @vladmandic/face-api, which this follows layer by layer.
 *
 * Input `image` float32 [n, 3, height, width]: RGB, 0 to 255, black where there is no picture. It was trained on
 * 512 x 512 and gives there what the original gives; other sizes, best multiples of 32, see the same grid of cells
 * and cost as much as they have pixels.
 *
 * Outputs, for each of its p prior boxes (`detection/ssd-priors.ts` tells which): `encodings` float32 [n, p, 4], rows
 * of (y, x, height, width) against the prior, and `scores` float32 [n, p], 0 to 1. Nothing is thresholded.
 */
export function ssdMobilenetGraph(weights: WeightMap): Uint8Array {
  const g = new SsdGraph(weights);
  const image = g.input('image', 'float32', ['n', 3, 'height', 'width']);
  let x = g.pointwise(g.sub(g.div(image, g.scalar(127.5)), g.scalar(1)), 'MobilenetV1/Conv2d_0_pointwise', 2);
  const maps: Value[] = [];
  for (let block = 1; block <= 13; block++) {
    x = g.depthwise(x, `MobilenetV1/Conv2d_${block}_depthwise`, DOWNSAMPLING_BLOCKS.includes(block) ? 2 : 1);
    x = g.pointwise(x, `MobilenetV1/Conv2d_${block}_pointwise`);
    if (block === 11 || block === 13) maps.push(x);
  }
  for (let layer = 0; layer < 8; layer++) {
    x = g.pointwise(x, `Prediction/Conv2d_${layer}_pointwise`, layer % 2 === 1 ? 2 : 1);
    if (layer % 2 === 1) maps.push(x);
  }
  g.output(
    'encodings',
    g.concat(
      maps.map((map, index) => g.encodings(map, index)),
      1,
    ),
    ['n', 'priors', 4],
  );
  g.output(
    'scores',
    g.sigmoid(
      g.concat(
        maps.map((map, index) => g.logits(map, index)),
        1,
      ),
    ),
    ['n', 'priors'],
  );
  return g.toModel();
}

class SsdGraph extends GraphBuilder {
  constructor(private readonly weights: WeightMap) {
    super('ssd_mobilenet_v1');
  }

  /** A full convolution whose batch normalisation was folded when the model was exported. */
  pointwise(x: Value, name: string, stride = 1): Value {
    const kernel = toOihw(this.weights.get(`${name}/weights`));
    return this.relu6(this.convolve(x, kernel, this.weights.get(`${name}/convolution_bn_offset`), stride));
  }

  /** One filter a channel and its batch normalisation, folded: gamma * (conv - mean) / sqrt(variance + e) + beta. */
  depthwise(x: Value, name: string, stride: number): Value {
    const kernel = depthwiseToOihw(this.weights.get(`${name}/depthwise_weights`));
    const norm = (part: string) => this.weights.get(`${name}/BatchNorm/${part}`).data;
    const [gamma, beta, mean, variance] = ['gamma', 'beta', 'moving_mean', 'moving_variance'].map(
      norm,
    ) as Four;
    const factors = Array.from(gamma, (value, i) => value / Math.sqrt(variance[i]! + BATCH_NORM_EPSILON));
    const bias = { shape: [gamma.length], data: beta.map((value, i) => value - mean[i]! * factors[i]!) };
    return this.relu6(this.convolve(x, scaleFilters(kernel, factors), bias, stride, gamma.length));
  }

  /** [n, cells * boxes a cell, 4], row by row of the map, as TensorFlow's channels-last reshape orders them. */
  encodings(map: Value, index: number): Value {
    const name = `Prediction/BoxPredictor_${index}/BoxEncodingPredictor`;
    const kernel = toOihw(this.weights.get(`${name}/weights`));
    return this.rows(this.convolve(map, kernel, this.weights.get(`${name}/biases`)), [0, -1, 4]);
  }

  /** [n, cells * boxes a cell]: of the three classes only the one that means a face. */
  logits(map: Value, index: number): Value {
    const name = `Prediction/BoxPredictor_${index}/ClassPredictor`;
    const kernel = everyFilter(toOihw(this.weights.get(`${name}/weights`)), FACE_CLASS, CLASSES);
    const bias = everyFilter(this.weights.get(`${name}/biases`), FACE_CLASS, CLASSES);
    return this.rows(this.convolve(map, kernel, bias), [0, -1]);
  }

  /**
   * TensorFlow's SAME. Where it halves, an even side gets its padding at the bottom and the right alone; padding both
   * sides of an odd one would shift the grid, so those get two there, which changes nothing for the even ones.
   */
  private convolve(x: Value, kernel: Weights, bias: Weights, stride = 1, group = 1): Value {
    const weight = this.constant('float32', kernel.shape, kernel.data, 'kernel');
    const offset = this.constant('float32', bias.shape, bias.data, 'bias');
    const padding = stride === 2 ? ([0, 0, 2, 2] as const) : 'same';
    return this.conv(x, weight, offset, { strides: [stride, stride], padding, group });
  }

  private relu6(x: Value): Value {
    return this.clip(x, 0, 6);
  }

  private rows(x: Value, shape: readonly number[]): Value {
    return this.reshape(this.transpose(x, [0, 2, 3, 1]), shape);
  }
}

type Four = [Float32Array, Float32Array, Float32Array, Float32Array];
