import { spaceMatrix, type FaceSpace } from '../../embedding/face-space.js';
import { GraphBuilder } from '../../graph/graph-builder.js';
import type { Value } from '../../graph/graph-writer.js';
import { scaleFilters, toOihw } from './kernel-layout.js';
import { normalizedPixels } from './normalized-pixels.js';
import type { WeightMap } from './weight-map.js';

/** Side of the recogniser's square crop in pixels. */
export const FACE_RESNET_SIDE = 150;

/** Entries of its embedding. */
export const FACE_RESNET_DIMENSION = 128;

/** The stages behind the first: how many residual units follow the one that halves the image. */
const STAGES = [
  { name: 'conv64', units: 3 },
  { name: 'conv128', units: 2 },
  { name: 'conv256', units: 2 },
] as const;

/**
 * dlib's ResNet with 29 convolutions (`dlib_face_recognition_resnet_model_v1`, Davis King; a ResNet-34 of He et al.,
 * arXiv:1512.03385, with fewer layers and half the filters), as face-api.js ported it: `faceRecognitionNet` in
 * @vladmandic/face-api.
 *
 * Input `image` uint8 [n, 150, 150, 3]: aligned faces, RGB. Output `embedding` float32 [n, 128], not normalised.
 * Without a space it is the network's own output, trained so that two photos of one person lie less than 0.6 apart.
 * With one, each face is embedded together with its mirror image, and the mean of both, at unit length, is moved and
 * damped as the space says.
 */
export function faceResnetGraph(weights: WeightMap, space?: Pick<FaceSpace, 'centre' | 'axes'>): Uint8Array {
  const g = new FaceResnetGraph(weights);
  const image = g.input('image', 'uint8', ['n', FACE_RESNET_SIDE, FACE_RESNET_SIDE, 3]);
  const embedding = space
    ? g.intoSpace(g.mirrorMean(g.network(g.withMirror(image))), space)
    : g.network(image);
  g.output('embedding', embedding, ['n', FACE_RESNET_DIMENSION]);
  return g.toModel();
}

/** Side of the map behind the first convolution (7x7) and pooling (3x3), both of stride 2 and without padding. */
const FIRST_MAP_SIDE = 35;

class FaceResnetGraph extends GraphBuilder {
  constructor(private readonly weights: WeightMap) {
    super('face_resnet');
  }

  network(image: Value): Value {
    let x = this.relu(this.scaledConv(normalizedPixels(this, image, 255), 'conv32_down', 2));
    x = this.maxPool(x, [3, 3], { strides: [2, 2] });
    for (const unit of [1, 2, 3]) x = this.residual(x, `conv32_${unit}`);
    let side = FIRST_MAP_SIDE;
    for (const { name, units } of STAGES) {
      x = this.residualDown(x, `${name}_down`, side, true);
      side = Math.floor(side / 2);
      for (let unit = 1; unit <= units; unit++) x = this.residual(x, `${name}_${unit}`);
    }
    x = this.residualDown(x, 'conv256_down_out', side, false);
    return this.project(this.flatten(this.globalAveragePool(x)));
  }

  /** [n, 150, 150, 3] -> [2n, 150, 150, 3]: the faces, then their mirror images. */
  withMirror(image: Value): Value {
    const position = (value: number) => this.constant('int64', [1], [value], 'position');
    const leftOfAll = -FACE_RESNET_SIDE - 1;
    const reversal = [position(-1), position(leftOfAll), position(2), position(-1)];
    return this.concat([image, this.op('Slice', [image, ...reversal])], 0);
  }

  /** [2n, 128] -> [n, 128]: the mean of each face and its mirror image. */
  mirrorMean(embeddings: Value): Value {
    const pairs = this.reshape(embeddings, [2, -1, FACE_RESNET_DIMENSION]);
    return this.op('ReduceMean', [pairs], { axes: [0], keepdims: 0 });
  }

  /** [n, 128] -> [n, 128]: (x / |x| - centre) times the space's matrix. */
  intoSpace(x: Value, space: Pick<FaceSpace, 'centre' | 'axes'>): Value {
    const size = FACE_RESNET_DIMENSION;
    const unit = this.div(x, this.op('ReduceL2', [x], { axes: [1], keepdims: 1 }));
    const centre = this.constant('float32', [1, size], space.centre, 'centre');
    return this.matMul(
      this.sub(unit, centre),
      this.constant('float32', [size, size], spaceMatrix(space), 'space'),
    );
  }

  /**
   * A convolution and the scale layer behind it in one: (conv + bias) * weights + biases. Stride 2 comes without
   * padding, stride 1 with.
   */
  scaledConv(x: Value, name: string, stride: 1 | 2): Value {
    const get = (part: string) => this.weights.get(`${name}/${part}`);
    const factors = get('scale/weights').data;
    const offsets = get('scale/biases').data;
    const kernel = scaleFilters(toOihw(get('conv/filters')), factors);
    const bias = get('conv/bias').data.map((value, i) => value * factors[i]! + offsets[i]!);
    const weight = this.constant('float32', kernel.shape, kernel.data, 'kernel');
    const padding = stride === 1 ? 'same' : undefined;
    return this.conv(x, weight, this.constant('float32', [bias.length], bias, 'bias'), {
      strides: [stride, stride],
      padding,
    });
  }

  residual(x: Value, name: string): Value {
    const inner = this.relu(this.scaledConv(x, `${name}/conv1`, 1));
    return this.relu(this.add(this.scaledConv(inner, `${name}/conv2`, 1), x));
  }

  /**
   * Halves the image and may double the channels. The shortcut is a mean over 2x2 pixels with the new channels zero;
   * where the convolution without padding comes out one pixel smaller, its last row and column are zero.
   */
  residualDown(x: Value, name: string, side: number, doublesChannels: boolean): Value {
    const inner = this.relu(this.scaledConv(x, `${name}/conv1`, 2));
    const deep = this.scaledConv(inner, `${name}/conv2`, 1);
    const short = this.averagePool(x, [2, 2], { strides: [2, 2] });
    const missing = Math.floor(side / 2) - Math.floor((side - 1) / 2);
    const padded = missing > 0 ? this.pad(deep, [0, 0, 0, 0], [0, 0, missing, missing]) : deep;
    const channels = this.weights.get(`${name}/conv1/conv/filters`).shape[2]!;
    const widened = doublesChannels ? this.pad(short, [0, 0, 0, 0], [0, channels, 0, 0]) : short;
    return this.relu(this.add(padded, widened));
  }

  project(x: Value): Value {
    const { shape, data } = this.weights.get('fc');
    return this.matMul(x, this.constant('float32', shape, data, 'projection'));
  }
}
