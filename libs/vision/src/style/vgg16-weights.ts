import { PackError } from '../packs/pack-error.js';
import { readSafetensors, type SafeTensor, type SafeTensors } from './safetensors.js';
import { StyleError } from './style-error.js';
import type { PixelConvention } from './style-network.js';
import { VGG16_LAYERS, type Vgg16Layer } from './vgg16.js';

/** A convolution's kernel [out, in, 3, 3] and bias [out]. */
export interface Convolution {
  readonly kernel: SafeTensor;
  readonly bias: SafeTensor;
}

/** The convolutions of VGG16 by layer, the first one turned so that it takes RGB levels from 0 to 1. */
export class Vgg16Weights {
  private constructor(
    private readonly layers: ReadonlyMap<string, Convolution>,
    /** What is subtracted from the levels (0 to 1) of R, G, B before the first convolution pads them with zeros. */
    readonly mean: readonly [number, number, number],
  ) {}

  /**
   * @param tensors `features.<index>.weight` [out, in, 3, 3] and `.bias` [out]; the last layers may be missing
   * @param pixels what the first kernel was trained on; its scale and channel order go into the kernel, its mean
   *   cannot, because the zeros of the padding stand for the mean
   * @throws {PackError} when a tensor has not the shape of its layer
   */
  static of(tensors: SafeTensors, pixels: PixelConvention): Vgg16Weights {
    const layers = new Map<string, Convolution>();
    for (const { name, index, channels } of VGG16_LAYERS) {
      const kernel = tensors.get(`features.${index}.weight`);
      const bias = tensors.get(`features.${index}.bias`);
      if (!kernel || !bias) continue;
      const [taken, given] = channels;
      expectShape(`features.${index}.weight`, kernel, [given, taken, 3, 3]);
      expectShape(`features.${index}.bias`, bias, [given]);
      layers.set(name, { kernel: index === 0 ? takingRgb(kernel, pixels) : kernel, bias });
    }
    const [first, second, third] = pixels.mean.map((mean) => mean / pixels.range) as [number, number, number];
    const mean =
      pixels.channels === 'rgb' ? ([first, second, third] as const) : ([third, second, first] as const);
    return new Vgg16Weights(layers, mean);
  }

  /** Reads a safetensors file; see `of`. */
  static read(file: Uint8Array, pixels: PixelConvention): Vgg16Weights {
    return Vgg16Weights.of(readSafetensors(file), pixels);
  }

  /**
   * @param purpose what the layers are needed for, for the error
   * @throws {StyleError} STYLE_LAYERS_MISSING with the names of the tensors that are missing
   */
  require(layers: readonly Vgg16Layer[], purpose: string): void {
    const missing = layers.filter(({ name }) => !this.layers.has(name));
    if (missing.length === 0) return;
    const names = missing.flatMap(({ index }) => [`features.${index}.weight`, `features.${index}.bias`]);
    throw new StyleError(
      'STYLE_LAYERS_MISSING',
      `${purpose} needs layers that these weights do not hold (${names.join(', ')}): install weights with them.`,
    );
  }

  /** @throws Error when the layer is missing; see `require` */
  layer({ name }: Vgg16Layer): Convolution {
    const convolution = this.layers.get(name);
    if (!convolution) throw new Error(`the weights end before conv${name}`);
    return convolution;
  }
}

function expectShape(name: string, { shape }: SafeTensor, due: readonly number[]): void {
  if (shape.join() === due.join()) return;
  throw new PackError(
    'PACK_INVALID',
    `${name} is [${shape.join(', ')}] where VGG16 has [${due.join(', ')}]: install other weights.`,
  );
}

/** The first kernel [64, 3, 3, 3] for R, G, B levels of 0 to 1 less their mean. */
function takingRgb({ shape, data }: SafeTensor, { channels, range, std }: PixelConvention): SafeTensor {
  const taps = 9;
  const turned = new Float32Array(data.length);
  for (let i = 0; i < data.length; i++) {
    const channel = Math.trunc(i / taps) % 3;
    const target = channels === 'rgb' ? i : i + (2 - 2 * channel) * taps;
    turned[target] = ((data[i] as number) * range) / (std[channel] as number);
  }
  return { shape, data: turned };
}

/**
 * The kernel that carries a gradient backwards through a convolution with stride 1 and `same` padding: channels
 * exchanged, taps turned by half a turn (Goodfellow et al., "Deep Learning", 9.5).
 *
 * @param kernel [out, in, h, w]
 * @returns [in, out, h, w]
 */
export function backwards({ shape, data }: SafeTensor): SafeTensor {
  const [given, taken, height, width] = shape as [number, number, number, number];
  const taps = height * width;
  const turned = new Float32Array(data.length);
  let source = 0;
  for (let out = 0; out < given; out++) {
    for (let channel = 0; channel < taken; channel++) {
      const last = (channel * given + out + 1) * taps - 1;
      for (let tap = 0; tap < taps; tap++, source++) turned[last - tap] = data[source] as number;
    }
  }
  return { shape: [taken, given, height, width], data: turned };
}
