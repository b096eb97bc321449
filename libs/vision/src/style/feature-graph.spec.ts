import { numbers, randomVgg16 } from '../../test/random-vgg16.js';
import { planes, referenceFeatures, referenceGram } from '../../test/reference-loss.js';
import { openSession } from '../session.js';
import { featureGraph, type LossTaps } from './feature-graph.js';

it('featureGraph gives features and Gram matrices as plain loops do, for pictures of any size', async () => {
  const weights = randomVgg16(3);
  const taps: LossTaps = { content: 'conv2_1', style: ['relu1_2', 'conv2_1'] };
  const session = await openSession(featureGraph(weights, taps));
  for (const [height, width] of [
    [6, 8],
    [9, 7],
  ] as const) {
    const image = planes(3, height, width, numbers(height, 3 * height * width));
    const found = await session.run({
      image: { dims: [1, 3, height, width], data: Float32Array.from(image.data) },
    });
    const due = referenceFeatures(weights, image, ['relu1_2', 'conv2_1']);
    expectClose(found.content!.data as Float32Array, due.get('conv2_1')!.data);
    expectClose(found.gram_0!.data as Float32Array, referenceGram(due.get('relu1_2')!));
    expectClose(found.gram_1!.data as Float32Array, referenceGram(due.get('conv2_1')!));
  }
  await session.close();
});

function expectClose(found: Float32Array, due: Float64Array) {
  expect(found).toHaveLength(due.length);
  const size = due.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const error = due.reduce((largest, value, i) => Math.max(largest, Math.abs(value - found[i]!)), 0);
  expect(error / size).toBeLessThan(1e-5);
}
