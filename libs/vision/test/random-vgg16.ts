import type { SafeTensor } from '../src/style/safetensors.js';
import { VGG16_LAYERS } from '../src/style/vgg16.js';
import { Vgg16Weights } from '../src/style/vgg16-weights.js';

/** Made-up numbers between -1 and 1, the same for the same seed (Park and Miller's generator). */
export function numbers(seed: number, length: number): Float32Array {
  let state = seed * 7919 + 1;
  return Float32Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return (2 * state) / 2147483647 - 1;
  });
}

/** Tensors of VGG16's first layers that keep the size of what goes through them (He et al., arXiv:1502.01852). */
export function randomTensors(layers: number): Map<string, SafeTensor> {
  const tensors = new Map<string, SafeTensor>();
  for (const { index, channels } of VGG16_LAYERS.slice(0, layers)) {
    const [taken, given] = channels;
    const reach = Math.sqrt(6 / (9 * taken));
    const kernel = numbers(index + 1, 9 * taken * given).map((value) => value * reach);
    tensors.set(`features.${index}.weight`, { shape: [given, taken, 3, 3], data: kernel });
    tensors.set(`features.${index}.bias`, {
      shape: [given],
      data: numbers(index + 50, given).map((v) => v / 10),
    });
  }
  return tensors;
}

/** VGG16 with made-up weights, for tests without the real ones. */
export function randomVgg16(layers = 4): Vgg16Weights {
  return Vgg16Weights.of(randomTensors(layers), {
    channels: 'bgr',
    range: 255,
    mean: [110, 120, 130],
    std: [60, 60, 60],
  });
}
