import { layerOfTap, layersUpTo, VGG16_LAYERS } from './vgg16.js';

describe('VGG16', () => {
  it("has torchvision's positions", () => {
    expect(VGG16_LAYERS.map(({ index }) => index)).toEqual([0, 2, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28]);
    expect(VGG16_LAYERS.filter(({ pooled }) => pooled).map(({ name }) => name)).toEqual([
      '2_1',
      '3_1',
      '4_1',
      '5_1',
    ]);
  });

  it('hands the channels of one layer to the next', () => {
    expect(VGG16_LAYERS[0]?.channels).toEqual([3, 64]);
    for (const [i, { channels }] of VGG16_LAYERS.slice(1).entries())
      expect(channels[0]).toBe(VGG16_LAYERS[i]?.channels[1]);
  });

  it('is run as far as the deepest tap', () => {
    expect(layersUpTo(['relu2_1', 'conv1_1']).map(({ name }) => name)).toEqual(['1_1', '1_2', '2_1']);
    expect(layerOfTap('relu4_2')).toMatchObject({ index: 19, channels: [512, 512] });
    expect(() => layerOfTap('relu3_4')).toThrow('VGG16 has no relu3_4.');
  });
});
