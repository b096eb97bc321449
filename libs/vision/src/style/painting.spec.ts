import { numbers, randomVgg16 } from '../../test/random-vgg16.js';
import type { RgbImage } from '../rgb-image.js';
import type { PaintingProgress } from './painting-progress.js';
import type { PaintingPictures } from './painting-stage.js';
import { Painting } from './painting.js';
import type { StyleOptions } from './style-options.js';

const picture = (seed: number, width: number, height: number): RgbImage => ({
  width,
  height,
  data: Uint8Array.from(numbers(seed, width * height * 3), (value) => 128 + 100 * value),
});

const weights = randomVgg16(9);
const pictures: PaintingPictures = {
  content: picture(1, 40, 30),
  styles: [{ image: picture(2, 32, 32) }],
  landmarks: [
    [16, 10],
    [24, 10],
    [20, 14],
    [17, 19],
    [23, 19],
  ],
};

async function paint(options: StyleOptions, using = pictures, cancelAfter = Infinity, network = weights) {
  const steps: PaintingProgress[] = [];
  const isCancelled = () => steps.length >= cancelAfter;
  const painting = await Painting.begin(network, using, { size: 64, ...options }, {}, isCancelled);
  try {
    const running = painting.paint();
    let step = await running.next();
    for (; !step.done; step = await running.next()) steps.push(step.value);
    return { steps, painted: step.value };
  } finally {
    await painting.close();
  }
}

const losses = (steps: readonly PaintingProgress[]) => steps.map(({ loss }) => loss);
const difference = (one: RgbImage, other: RgbImage) =>
  one.data.reduce((sum, value, i) => sum + Math.abs(value - other.data[i]!), 0) / one.data.length;

describe('Painting', () => {
  it('goes on from what an earlier painting came to', async () => {
    const first = await paint({ evaluations: 12 });
    const second = await paint({ evaluations: 3 }, { ...pictures, start: first.painted.image });
    expect(second.steps[0]!.loss).toBeLessThan(first.steps[3]!.loss);
  });

  it('lowers the loss, tells of every evaluation and shows the picture now and then', async () => {
    const { steps, painted } = await paint({ evaluations: 12, snapshotEvery: 5, smoothing: 1 });
    expect(steps.map(({ evaluation }) => evaluation)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(steps.filter(({ snapshot }) => snapshot).map(({ evaluation }) => evaluation)).toEqual([5, 10, 12]);
    expect(steps[0]).toMatchObject({ evaluations: 12, width: 64, height: 48 });
    expect(painted).toMatchObject({ evaluations: 12, ended: 'finished', image: { width: 64, height: 48 } });
    expect(painted.loss).toBe(Math.min(...losses(steps)));
    expect(painted.loss).toBeLessThan(steps[0]!.loss);
    const { terms, loss } = steps[3]!;
    expect(terms.style).toHaveLength(4);
    expect(terms.roughness).toBeGreaterThan(0);
    expect(terms.content + terms.roughness + terms.style.reduce((sum, term) => sum + term, 0)).toBeCloseTo(
      loss,
      3,
    );
  });

  it('starts from the content itself, or from it with noise of the seed', async () => {
    const start = async (options: StyleOptions) => {
      const { steps } = await paint({ evaluations: 1, snapshotEvery: 1, ...options });
      return { content: steps[0]!.terms.content, image: steps[0]!.snapshot! };
    };
    const plain = await start({ recipe: 'gatys-torch' });
    expect(plain.content).toBe(0);
    const noisy = await start({ recipe: 'gatys-keras', seed: 3 });
    expect(noisy.content).toBeGreaterThan(0);
    const most = noisy.image.data.map((level, i) => Math.abs(level - plain.image.data[i]!));
    expect([Math.min(...most), Math.max(...most)]).toEqual([0, 20]);
    expect((await start({ recipe: 'gatys-keras', seed: 3 })).image).toEqual(noisy.image);
    expect((await start({ recipe: 'gatys-keras', seed: 4 })).image).not.toEqual(noisy.image);
  });

  it('takes either way downhill', async () => {
    for (const options of [{ optimizer: 'adam' }, { recipe: 'gatys-keras' }] as const) {
      const { steps, painted } = await paint({ evaluations: 40, ...options });
      expect(painted.loss).toBeLessThan(0.95 * steps[0]!.loss);
    }
  });

  it('keeps the best picture when it is cancelled, in the size that was asked for', async () => {
    const { steps, painted } = await paint({ evaluations: 50, size: 400, coarseToFine: true }, pictures, 3);
    expect(steps).toHaveLength(3);
    expect(steps[2]).toMatchObject({ width: 200 });
    expect(painted).toMatchObject({ ended: 'cancelled', evaluations: 3, loss: Math.min(...losses(steps)) });
    expect(painted.image).toMatchObject({ width: 400, height: 300 });
    const none = await paint({ evaluations: 50 }, pictures, 0);
    expect(none.painted).toMatchObject({
      ended: 'cancelled',
      evaluations: 0,
      loss: null,
      image: { width: 64 },
    });
  });

  it('keeps the colours when it is told to', async () => {
    const grey = {
      ...pictures,
      content: { ...pictures.content, data: pictures.content.data.map((_, i, data) => data[i - (i % 3)]!) },
    };
    const coloured = await paint({ evaluations: 6 }, grey);
    const kept = await paint({ evaluations: 6, keepColours: true }, grey);
    const tint = ({ data }: RgbImage) =>
      data.reduce((most, _, i) => Math.max(most, Math.abs(data[i]! - data[i - (i % 3)]!)), 0);
    expect(tint(coloured.painted.image)).toBeGreaterThan(5);
    expect(tint(kept.painted.image)).toBeLessThanOrEqual(1);
  });

  it('paints the face less when it is protected', async () => {
    const options = { evaluations: 15, styleWeight: 1e4 };
    const free = await paint(options);
    const safe = await paint({ ...options, protectFace: 1 });
    const start = (await paint({ evaluations: 50 }, pictures, 0)).painted.image;
    const face = ({ data }: RgbImage): RgbImage => ({ width: 12, height: 12, data: inside(data) });
    const inside = (data: Uint8Array) =>
      Uint8Array.from({ length: 432 }, (_, i) => data[((Math.trunc(i / 36) + 16) * 64 + 26) * 3 + (i % 36)]!);
    expect(difference(face(safe.painted.image), face(start))).toBeLessThan(
      0.7 * difference(face(free.painted.image), face(start)),
    );
  });

  it('blends styles by their shares', async () => {
    const [one, other] = [{ image: picture(2, 32, 32) }, { image: picture(9, 24, 40) }];
    const first = (styles: PaintingPictures['styles']) =>
      paint({ evaluations: 1 }, { ...pictures, styles }).then(({ steps }) => steps[0]!.loss);
    const alone = await first([one]);
    expect(await first([{ ...one, share: 3 }])).toBeCloseTo(alone, 5);
    expect(await first([one, { ...other, share: 0 }])).toBeCloseTo(alone, 5);
    expect(await first([one, other])).not.toBeCloseTo(alone, 5);
  });

  it.each([
    ['no style', {}, { ...pictures, styles: [] }, /at least one style/],
    [
      'a share below 0',
      {},
      { ...pictures, styles: [{ image: picture(2, 32, 32), share: -1 }] },
      /none below/,
    ],
    ['no face to protect', { protectFace: 1 }, { ...pictures, landmarks: null }, /landmarks/],
    ['a strip', {}, { ...pictures, content: picture(1, 100, 4) }, /crop it/],
  ])('says what is wrong with %s', async (_, options, using, message) => {
    await expect(paint(options, using)).rejects.toMatchObject({
      name: 'StyleError',
      message: expect.stringMatching(message),
    });
  });

  it('names the tensors that a recipe lacks', async () => {
    await expect(paint({ recipe: 'gatys-keras' }, pictures, 0, randomVgg16(7))).rejects.toMatchObject({
      code: 'STYLE_LAYERS_MISSING',
      message: expect.stringMatching(/"gatys-keras" needs .*features\.17\.weight, .*features\.19\.bias/),
    });
  });
});
