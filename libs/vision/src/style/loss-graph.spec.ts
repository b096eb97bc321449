import { checkGradient } from '../../test/check-gradient.js';
import { randomVgg16 } from '../../test/random-vgg16.js';
import type { LossPlan } from './loss-graph.js';

const PLAN: LossPlan = {
  content: 'relu2_2',
  style: ['relu1_1', 'conv2_1', 'relu2_2'],
  masked: true,
  smoothed: true,
};

describe('lossGraph with made-up weights', () => {
  const weights = randomVgg16();

  it.each<[string, LossPlan, number, number]>([
    ['masks and smoothing', PLAN, 12, 16],
    ['sides that are no multiples of four', PLAN, 11, 9],
    ['neither masks nor smoothing', { ...PLAN, masked: false, smoothed: false }, 8, 8],
    ['features before the ReLU', { ...PLAN, content: 'conv1_2', style: ['conv1_1', 'conv1_2'] }, 8, 8],
  ])('gives the loss and its gradient: %s', async (_, plan, height, width) => {
    const error = await checkGradient(weights, plan, height, width);
    expect(error.terms).toBeLessThan(1e-5);
    expect(error.gradient).toBeLessThan(1e-5);
  });
});
