// Runs on the built library, as a server does: worker threads are started from dist.
import { ImageRejected, StyleError, Stylizer, type PaintingProgress } from '../dist/index.js';
import { describeWithModels, packFolder, photo } from './sample-files.js';

jest.setTimeout(120_000);

describe('Stylizer.open', () => {
  it('says where no weights are', async () => {
    await expect(Stylizer.open('/nowhere')).rejects.toMatchObject({
      name: 'PackError',
      code: 'PACK_NOT_FOUND',
    });
  });
});

describeWithModels('Stylizer', () => {
  let stylizer: Stylizer;
  beforeAll(async () => {
    stylizer = await Stylizer.open(packFolder('vgg16'), { threads: 1 });
  });
  afterAll(() => stylizer.close());

  const content = () => photo('people', 'Amy_Adams', 'frontal_01.jpg');
  const styles = () => [{ image: photo('style', 'hokusai_great_wave.jpg') }];

  it('paints beside the thread that asks, and tells how it goes', async () => {
    const told: PaintingProgress[] = [];
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    const options = { size: 128, evaluations: 20, snapshotEvery: 10 };
    const started = performance.now();
    const painted = await stylizer.paint(
      { content: content(), styles: styles(), options },
      { onProgress: (progress) => told.push(progress) },
    );
    clearInterval(timer);
    expect(ticks).toBeGreaterThan((performance.now() - started) / 5 / 3);
    expect(told.map(({ evaluation }) => evaluation)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(told.filter(({ snapshot }) => snapshot)).toHaveLength(2);
    expect(painted).toMatchObject({ ended: 'finished', evaluations: 20 });
    expect(Math.max(painted.image.width, painted.image.height)).toBe(128);
    expect(painted.image.data).toHaveLength(painted.image.width * painted.image.height * 3);
  });

  it('ends with the best picture when it is cancelled, or before it began', async () => {
    const cancelling = new AbortController();
    const request = { content: content(), styles: styles(), options: { size: 128, evaluations: 1000 } };
    const painted = await stylizer.paint(request, {
      signal: cancelling.signal,
      onProgress: ({ evaluation }) => evaluation === 3 && cancelling.abort(),
    });
    expect(painted.ended).toBe('cancelled');
    expect(painted.evaluations).toBeLessThan(20);
    expect(painted.loss).toBeGreaterThan(0);
    const never = await stylizer.paint(request, { signal: AbortSignal.abort() });
    expect(never).toMatchObject({ ended: 'cancelled', evaluations: 0, loss: null });
  });

  it('keeps class and code of an error from the thread', async () => {
    const bad = stylizer.paint({ content: Buffer.from('no image'), styles: styles() });
    await expect(bad).rejects.toThrow(ImageRejected);
    const lacking = stylizer.paint({
      content: content(),
      styles: styles(),
      options: { recipe: 'gatys-keras' },
    });
    await expect(lacking).rejects.toThrow(StyleError);
    await expect(lacking).rejects.toMatchObject({ code: 'STYLE_LAYERS_MISSING' });
    const odd = stylizer.paint({ content: content(), styles: styles(), options: { size: 1 } });
    await expect(odd).rejects.toMatchObject({ code: 'STYLE_OPTION' });
  });

  it("hands the watcher's own fault to whoever asked", async () => {
    const options = { size: 64, evaluations: 50 };
    const watching = stylizer.paint(
      { content: content(), styles: styles(), options },
      {
        onProgress: () => {
          throw new Error('cannot look');
        },
      },
    );
    await expect(watching).rejects.toThrow('cannot look');
  });

  it('cancels what runs when it closes, and takes no more', async () => {
    const own = await Stylizer.open(stylizer.network, { threads: 1 });
    const running = own.paint({
      content: content(),
      styles: styles(),
      options: { size: 64, evaluations: 5000 },
    });
    await own.close();
    expect((await running).ended).toBe('cancelled');
    await expect(own.paint({ content: content(), styles: styles() })).rejects.toMatchObject({
      code: 'STYLE_CLOSED',
    });
  });
});
