// Runs on the built library, as a server does: worker threads are started from dist.
import { readFileSync } from 'node:fs';
import { BUILT_IN_PAINTINGS, Stylizer, type StyleOptions } from '../dist/index.js';
import { describeWithModels, packFolder, photo } from './sample-files.js';

jest.setTimeout(240_000);

describeWithModels('a portrait', () => {
  let stylizer: Stylizer;
  beforeAll(async () => {
    stylizer = await Stylizer.open(packFolder('vgg16'), { threads: 1 });
  });
  afterAll(() => stylizer.close());

  /** Losses in the order in which they were told. */
  async function lossesOf(key: string, options: StyleOptions): Promise<number[]> {
    const { file } = BUILT_IN_PAINTINGS.find((painting) => painting.key === key)!;
    const losses: number[] = [];
    await stylizer.paint(
      {
        content: photo('people', 'Audrey_Hepburn', 'frontal_01.jpg'),
        styles: [{ image: readFileSync(file) }],
        options: { size: 64, evaluations: 30, ...options },
      },
      { onProgress: ({ loss }) => losses.push(loss) },
    );
    return losses;
  }

  it.each(BUILT_IN_PAINTINGS)('comes close to $name within a few steps', async ({ key }) => {
    const losses = await lossesOf(key, {});
    expect(losses).toHaveLength(30);
    expect(Math.min(...losses)).toBeLessThan(losses[0]! / 5);
  });

  it('goes on from the best picture where a step went so far astray that no other follows', async () => {
    const losses = await lossesOf('stained-glass', { recipe: 'gatys-torch', styleWeight: 1e3 });
    const astray = losses.findIndex((loss) => loss > 1e3 * losses[0]!);
    expect(astray).toBeGreaterThan(0);
    expect(losses).toHaveLength(30);
    expect(Math.min(...losses.slice(astray))).toBeLessThan(losses[0]! / 5);
  });
});
