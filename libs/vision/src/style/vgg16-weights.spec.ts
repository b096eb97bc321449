import { numbers, randomTensors } from '../../test/random-vgg16.js';
import { VGG16_LAYERS } from './vgg16.js';
import { backwards, Vgg16Weights } from './vgg16-weights.js';

const [first, ...others] = VGG16_LAYERS;

describe('Vgg16Weights', () => {
  it('turn the first kernel so that it takes RGB levels of 0 to 1', () => {
    const tensors = randomTensors(1);
    const kernel = tensors.get('features.0.weight')!.data;
    const tap = (data: Float32Array, channel: number) => data[7 * 27 + channel * 9 + 4]!;
    const bgr = Vgg16Weights.of(tensors, {
      channels: 'bgr',
      range: 255,
      mean: [51, 102, 153],
      std: [1, 2, 5],
    });
    const turned = bgr.layer(first!).kernel.data;
    for (const channel of [0, 1, 2])
      expect(tap(turned, 2 - channel)).toBeCloseTo((tap(kernel, channel) * 255) / [1, 2, 5][channel]!, 4);
    expect(bgr.mean.map((mean) => mean.toFixed(6))).toEqual(['0.600000', '0.400000', '0.200000']);
    const rgb = Vgg16Weights.of(tensors, {
      channels: 'rgb',
      range: 1,
      mean: [0.1, 0.2, 0.3],
      std: [1, 2, 4],
    });
    for (const channel of [0, 1, 2])
      expect(tap(rgb.layer(first!).kernel.data, channel)).toBeCloseTo(tap(kernel, channel) / 2 ** channel, 6);
    expect(rgb.mean).toEqual([0.1, 0.2, 0.3]);
  });

  const pixels = { channels: 'rgb', range: 1, mean: [0, 0, 0], std: [1, 1, 1] } as const;

  it('name the tensors that they lack', () => {
    const weights = Vgg16Weights.of(randomTensors(2), { ...pixels, mean: [0, 0, 0], std: [1, 1, 1] });
    expect(() => weights.require([first!, others[0]!], 'This')).not.toThrow();
    expect(() => weights.require(VGG16_LAYERS.slice(0, 3), 'The recipe "x"')).toThrow(
      expect.objectContaining({
        code: 'STYLE_LAYERS_MISSING',
        message: expect.stringMatching(/The recipe "x" needs .*\(features\.5\.weight, features\.5\.bias\)/),
      }),
    );
  });

  it('refuse a tensor of another shape', () => {
    const tensors = randomTensors(1).set('features.0.bias', { shape: [3], data: new Float32Array(3) });
    expect(() => Vgg16Weights.of(tensors, { ...pixels, mean: [0, 0, 0], std: [1, 1, 1] })).toThrow(
      'features.0.bias is [3] where VGG16 has [64]',
    );
  });
});

describe('backwards', () => {
  it('exchanges the channels and turns the taps, and undoes itself', () => {
    const kernel = { shape: [2, 3, 1, 2], data: Float32Array.from({ length: 12 }, (_, i) => i) };
    const turned = backwards(kernel);
    expect(turned.shape).toEqual([3, 2, 1, 2]);
    expect([...turned.data]).toEqual([1, 0, 7, 6, 3, 2, 9, 8, 5, 4, 11, 10]);
    const larger = { shape: [4, 5, 3, 3], data: numbers(1, 180) };
    expect(backwards(backwards(larger))).toEqual(larger);
  });
});
