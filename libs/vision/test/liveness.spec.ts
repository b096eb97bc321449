import { FaceEngine, type ReadOptions } from '../src/face-engine.js';
import { loadPack } from '../src/packs/model-pack.js';
import { describeWithModels, packFolder, photo, photosIn } from './sample-files.js';

jest.setTimeout(120_000);

const groups = () => photosIn('groups').filter((file) => file.endsWith('.jpg'));

describeWithModels('liveness with MiniFASNet', () => {
  let engine: FaceEngine;
  beforeAll(async () => {
    engine = await FaceEngine.open(await loadPack(packFolder('arcface-mbf')), { threads: 2 });
  });
  afterAll(() => engine.close());

  const scores = async (
    folder: string,
    files: readonly string[],
    options: Pick<ReadOptions, 'find' | 'liveness'>,
  ) => {
    const found: number[] = [];
    for (const file of files) {
      const { faces } = await engine.read(photo(folder, file), { ...options, embed: 'none' });
      found.push(
        ...faces.flatMap(({ liveness, box }) => (liveness === null || box.width < 40 ? [] : [liveness])),
      );
    }
    return found;
  };

  it('is asked only where it is wanted', async () => {
    const file = groups()[0]!;
    expect((await engine.read(photo('groups', file), { embed: 'none' })).faces[0]!.liveness).toBeNull();
    const { faces, timings } = await engine.read(photo('groups', file), {
      embed: 'none',
      liveness: 'largest',
    });
    expect(faces.map(({ liveness }) => liveness !== null)).toEqual(faces.map((_, i) => i === 0));
    expect(timings.liveness).toBeGreaterThan(0);
  });

  it('takes people with something around them for alive: all in the group photos', async () => {
    const found = await scores('groups', groups(), { liveness: 'all' });
    expect(found.length).toBeGreaterThan(70);
    expect(Math.min(...found)).toBeGreaterThan(0.5);
  });

  it.each(['all', 'nearest'] as const)(
    'tells tight pictures of screens and prints from faces, though not all of them, looking for %s',
    async (find) => {
      const look = { find, liveness: 'largest' } as const;
      const files = photosIn('spoof');
      const fake = await scores(
        'spoof',
        files.filter((file) => file.startsWith('fake')),
        look,
      );
      const real = await scores(
        'spoof',
        files.filter((file) => file.startsWith('real')),
        look,
      );
      expect([fake.length, real.length]).toEqual([8, 8]);
      expect(real.filter((score) => score < 0.5)).toHaveLength(0);
      expect(fake.filter((score) => score < 0.5).length).toBeGreaterThanOrEqual(5);
      expect(fake.filter((score) => score < 0.35).length).toBeGreaterThanOrEqual(4); // The limit at kiosks.
    },
  );
});
