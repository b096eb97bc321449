import { readFile } from 'node:fs/promises';
import { decodeImage } from '../src/raster.js';
import type { LossPlan } from '../src/style/loss-graph.js';
import { Painting } from '../src/style/painting.js';
import { RECIPES } from '../src/style/recipe.js';
import { loadStyleNetwork } from '../src/style/style-network.js';
import { layersUpTo } from '../src/style/vgg16.js';
import { Vgg16Weights } from '../src/style/vgg16-weights.js';
import { checkGradient } from './check-gradient.js';
import { describeWithModels, packFolder, photo } from './sample-files.js';

describeWithModels('VGG16 with its real weights', () => {
  let weights: Vgg16Weights;
  beforeAll(async () => {
    const network = await loadStyleNetwork(packFolder('vgg16'));
    weights = Vgg16Weights.read(await readFile(network.path), network.pixels);
  });

  it.each<[string, LossPlan, number, number]>([
    ['gatys-torch', { ...RECIPES['gatys-torch'], masked: false, smoothed: false }, 12, 8],
    ['portrait, masked and smoothed', { ...RECIPES.portrait, masked: true, smoothed: true }, 9, 13],
  ])('gives the loss and its gradient: %s', async (_, plan, height, width) => {
    const error = await checkGradient(weights, plan, height, width);
    expect(error.terms).toBeLessThan(1e-5);
    expect(error.gradient).toBeLessThan(1e-6);
  });

  it('paints a face at 64 pixels: a fiftieth of the loss after 60 evaluations', async () => {
    const pictures = {
      content: await decodeImage(photo('people', 'Amy_Adams', 'frontal_01.jpg')),
      styles: [{ image: await decodeImage(photo('style', 'hokusai_great_wave.jpg')) }],
      landmarks: null,
    };
    const options = { recipe: 'gatys-torch', size: 64, evaluations: 60 } as const;
    const painting = await Painting.begin(weights, pictures, options);
    const losses: number[] = [];
    for await (const { loss } of painting.paint()) losses.push(loss);
    await painting.close();
    expect(losses.at(-1)! / losses[0]!).toBeLessThan(0.02);
  });

  it('says what the weights lack for gatys-keras', () => {
    expect(() => weights.require(layersUpTo([RECIPES['gatys-keras'].content]), 'gatys-keras')).toThrow(
      'features.17.weight, features.17.bias, features.19.weight, features.19.bias',
    );
  });
});
