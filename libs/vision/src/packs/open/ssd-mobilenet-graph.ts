import { GraphBuilder } from '../../graph/graph-builder.js';
import type { Value } from '../../graph/graph-writer.js';
import { depthwiseToOihw, everyFilter, scaleFilters, toOihw } from './kernel-layout.js';
import type { WeightMap, Weights } from './weight-map.js';

/** Side of the detector's square canvas in pixels; its prior boxes are made for this size alone. */
export const SSD_SIDE = 512;

/** Boxes the detector judges: two maps of 3 and 6 per cell at 32 and 16 cells, then 6 each at 8, 4, 2 and 1. */
export const SSD_PRIORS = 5118;

const BATCH_NORM_EPSILON = 0.0010000000474974513;
const DOWNSAMPLING_BLOCKS = [2, 4, 6, 12];
const CLASSES = 3;
const FACE_CLASS = 1;

/**
 * SSD with a MobileNetV1 backbone (Liu et al., arXiv:1512.02325; Howard et al., arXiv:1704.04861) as face-api.js
 * trained it: `ssdMobilenetv1` in @vladmandic/face-api, which this follows layer by layer.
 *
 * Input `image` float32 [n, 3, 512, 512]: RGB, 0 to 255, padded with black at the right or the bottom.
 * Outputs `boxes` float32 [n, 5118, 4], rows of (top, left, bottom, right) with the canvas as unit, not clipped, and
 * `scores` float32 [n, 5118], 0 to 1. Neither is thresholded or suppressed.
 */
export function ssdMobilenetGraph(weights: WeightMap): Uint8Array {
  const g = new SsdGraph(weights);
  const image = g.input('image', 'float32', ['n', 3, SSD_SIDE, SSD_SIDE]);
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
    'boxes',
    g.decode(
      g.concat(
        maps.map((map, index) => g.encodedBoxes(map, index)),
        1,
      ),
    ),
    ['n', SSD_PRIORS, 4],
  );
  g.output(
    'scores',
    g.sigmoid(
      g.concat(
        maps.map((map, index) => g.faceLogits(map, index)),
        1,
      ),
    ),
    ['n', SSD_PRIORS],
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
  encodedBoxes(map: Value, index: number): Value {
    const name = `Prediction/BoxPredictor_${index}/BoxEncodingPredictor`;
    const kernel = toOihw(this.weights.get(`${name}/weights`));
    return this.rows(this.convolve(map, kernel, this.weights.get(`${name}/biases`)), [0, -1, 4]);
  }

  /** [n, cells * boxes a cell]: of the three classes only the one that means a face. */
  faceLogits(map: Value, index: number): Value {
    const name = `Prediction/BoxPredictor_${index}/ClassPredictor`;
    const kernel = everyFilter(toOihw(this.weights.get(`${name}/weights`)), FACE_CLASS, CLASSES);
    const bias = everyFilter(this.weights.get(`${name}/biases`), FACE_CLASS, CLASSES);
    return this.rows(this.convolve(map, kernel, bias), [0, -1]);
  }

  /**
   * Boxes from their encodings (y, x, height, width against a prior; variances 0.1 and 0.2):
   * centre = prior centre + e / 10 * prior size, size = exp(e / 5) * prior size.
   */
  decode(encoded: Value): Value {
    const { centres, sizes } = this.priors();
    const offset = this.mul(this.mul(this.slice(encoded, 2, 0, 2), this.scalar(0.1)), sizes);
    const centre = this.add(offset, centres);
    const size = this.mul(this.exp(this.mul(this.slice(encoded, 2, 2, 4), this.scalar(0.2))), sizes);
    const half = this.mul(size, this.scalar(0.5));
    return this.concat([this.sub(centre, half), this.add(centre, half)], 2);
  }

  /** The priors ship as (top, left, bottom, right); decoding wants centres and sizes as (y, x). */
  private priors() {
    const { data } = this.weights.get('Output/extra_dim');
    const centres = new Float32Array(SSD_PRIORS * 2);
    const sizes = new Float32Array(SSD_PRIORS * 2);
    for (let i = 0; i < SSD_PRIORS * 2; i++) {
      const low = Math.trunc(i / 2) * 4 + (i % 2);
      sizes[i] = data[low + 2]! - data[low]!;
      centres[i] = data[low]! + sizes[i]! / 2;
    }
    const constant = (values: Float32Array) => this.constant('float32', [1, SSD_PRIORS, 2], values, 'priors');
    return { centres: constant(centres), sizes: constant(sizes) };
  }

  private convolve(x: Value, kernel: Weights, bias: Weights, stride = 1, group = 1): Value {
    const weight = this.constant('float32', kernel.shape, kernel.data, 'kernel');
    const offset = this.constant('float32', bias.shape, bias.data, 'bias');
    return this.conv(x, weight, offset, { strides: [stride, stride], padding: 'same', group });
  }

  private relu6(x: Value): Value {
    return this.clip(x, 0, 6);
  }

  private rows(x: Value, shape: readonly number[]): Value {
    return this.reshape(this.transpose(x, [0, 2, 3, 1]), shape);
  }
}

type Four = [Float32Array, Float32Array, Float32Array, Float32Array];
