import { float } from '../graph/attribute.js';
import { GraphBuilder } from '../graph/graph-builder.js';
import type { Value } from '../graph/graph-writer.js';
import type { SafeTensor } from './safetensors.js';
import type { Tap, Vgg16Layer } from './vgg16.js';
import { backwards, type Vgg16Weights } from './vgg16-weights.js';

/** What the way forwards leaves for the way back. */
interface Passed {
  readonly layer: Vgg16Layer;
  /** The layer's output after its ReLU. */
  readonly activation: Value;
  /** The max pooling before the layer. */
  readonly pooling: Pooling | null;
}

interface Pooling {
  readonly from: Value;
  readonly largest: Value;
  /** Where in `from` each of the largest was. */
  readonly positions: Value;
}

/** Any activation above zero times this is above 1 (those under 3e-39 are not, which single precision hardly knows). */
const STEEP = 3e38;

/**
 * VGG16 forwards, and the gradient backwards through the same layers, as ONNX nodes. onnxruntime only infers, so the
 * backward pass is written out: a convolution's is a convolution with the kernel turned (`backwards`), a ReLU's passes
 * where its output is above zero, a max pooling's puts each gradient where the maximum was, the first of equals.
 */
export class Vgg16Graph extends GraphBuilder {
  private readonly passed: Passed[] = [];
  private readonly taps = new Map<Tap, Value>();

  constructor(
    name: string,
    private readonly weights: Vgg16Weights,
  ) {
    super(name);
  }

  /**
   * Runs the image through the layers.
   * @param image float32 [1, 3, height, width], RGB, 0 to 1 (values beyond are allowed)
   */
  forwards(image: Value, layers: readonly Vgg16Layer[]): void {
    let x = this.sub(image, this.constant('float32', [1, 3, 1, 1], this.weights.mean, 'mean'));
    for (const layer of layers) {
      const pooling = layer.pooled ? this.pool(x) : null;
      x = pooling?.largest ?? x;
      const { kernel, bias } = this.weights.layer(layer);
      const convolved = this.convolve(x, kernel, this.tensor(bias, 'bias'));
      x = this.relu(convolved);
      this.taps.set(`conv${layer.name}` as Tap, convolved).set(`relu${layer.name}` as Tap, x);
      this.passed.push({ layer, activation: x, pooling });
    }
  }

  /** Features [1, channels, height, width] at a tap that the image went through. */
  at(tap: Tap): Value {
    const value = this.taps.get(tap);
    if (!value) throw new Error(`the image did not go as far as ${tap}`);
    return value;
  }

  /**
   * The gradient with respect to the image, from those with respect to the features.
   * @param gradients by tap, each of the shape of its features; one tap at least
   * @returns [1, 3, height, width], per level of 0 to 1
   */
  backwards(gradients: ReadonlyMap<Tap, Value>): Value {
    let gradient: Value | undefined;
    // What comes through a pooling has passed the ReLU before it already: see `unpool`.
    let gated = false;
    for (const { layer, activation, pooling } of this.passed.toReversed()) {
      const own = gradients.get(`relu${layer.name}` as Tap);
      gradient = gated
        ? this.sum(gradient, own && this.gate(own, activation))
        : this.gate(this.sum(gradient, own), activation);
      gradient = this.sum(gradient, gradients.get(`conv${layer.name}` as Tap));
      if (!gradient) continue;
      gradient = this.convolve(gradient, backwards(this.weights.layer(layer).kernel), null);
      if (pooling) gradient = this.unpool(gradient, pooling);
      gated = pooling !== null;
    }
    if (!gradient) throw new Error('there is no gradient to carry back');
    return gradient;
  }

  private sum(one: Value | undefined, other: Value | undefined): Value | undefined {
    return one && other ? this.add(one, other) : (one ?? other);
  }

  /**
   * The gradient where the ReLU's output is above zero, 0 elsewhere. A hard sigmoid steep enough is the step function,
   * and one pass where a comparison and a cast are two.
   */
  private gate(gradient: Value, activation: Value): Value;
  private gate(gradient: Value | undefined, activation: Value): Value | undefined;
  private gate(gradient: Value | undefined, activation: Value): Value | undefined {
    const step = { alpha: float(STEEP), beta: float(0) };
    return gradient && this.mul(gradient, this.op('HardSigmoid', [activation], step));
  }

  private pool(from: Value): Pooling {
    const [largest, positions] = this.maxPoolWithPositions(from, [2, 2], { strides: [2, 2] });
    return { from, largest, positions };
  }

  /**
   * The gradient behind the ReLU before a pooling, from the one behind the pooling. The largest value is above zero
   * just where the place that it came from is, so that the ReLU's gate is applied to a quarter of the values.
   */
  private unpool(gradient: Value, { from, largest, positions }: Pooling): Value {
    const shape = this.op('Shape', [from], {}, { type: 'int64' });
    const inputs = [this.gate(gradient, largest), positions, shape];
    return this.op('MaxUnpool', inputs, { kernel_shape: [2, 2], strides: [2, 2] });
  }

  private convolve(x: Value, kernel: SafeTensor, bias: Value | null): Value {
    return this.conv(x, this.tensor(kernel, 'kernel'), bias, { padding: [1, 1, 1, 1] });
  }

  private tensor({ shape, data }: SafeTensor, label: string): Value {
    return this.constant('float32', shape, data, label);
  }
}
