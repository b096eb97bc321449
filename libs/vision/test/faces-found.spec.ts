import { decodeImage } from '../src/raster.js';
import { FaceEngine } from '../src/face-engine.js';
import { loadPack } from '../src/packs/model-pack.js';
import { describeWithModels, hasPhoto, packFolder, photo, photosIn, rows } from './sample-files.js';

jest.setTimeout(120_000);

describeWithModels('the faces that arcface-mbf finds', () => {
  let engine: FaceEngine;
  beforeAll(async () => {
    engine = await FaceEngine.open(await loadPack(packFolder('arcface-mbf')), { threads: 2 });
  });
  afterAll(() => engine.close());

  const facesIn = async (...path: string[]) =>
    (await engine.read(photo(...path), { embed: 'none' })).faces.length;

  it('in group photos: at most 3 % of those that were counted are missed, and no dog is taken for one', async () => {
    let [counted, missed] = [0, 0];
    for (const list of ['dlib', 'linzaer'])
      for (const [file, count] of rows('groups', `${list}_counts.csv`)) {
        if (!hasPhoto('groups', `${list}_${file}`)) continue;
        const found = await facesIn('groups', `${list}_${file}`);
        if (count === '0') expect({ file, found }).toEqual({ file, found: 0 });
        counted += Number(count);
        missed += Math.max(0, Number(count) - found);
      }
    expect(counted).toBeGreaterThan(90);
    expect(missed / counted).toBeLessThanOrEqual(0.03);
  });

  it('in pictures of animals and drawings: none, but for one drawn face', async () => {
    const taken: string[] = [];
    for (const file of photosIn('nonface')) if ((await facesIn('nonface', file)) > 0) taken.push(file);
    expect(taken).toEqual(['anime_17492_2007.jpg']);
  });

  it('under masks', async () => {
    const files = photosIn('masked');
    let found = 0;
    for (const file of files) found += Number((await facesIn('masked', file)) > 0);
    expect(found / files.length).toBeGreaterThanOrEqual(0.85);
  });

  it('are sought no further where one stands before the camera, and every size of it where none does', async () => {
    const group = photo('groups', 'linzaer_2.jpg');
    const [all, nearest] = [
      await engine.read(group, { embed: 'none' }),
      await engine.read(group, { embed: 'none', find: 'nearest' }),
    ];
    expect(nearest.faces.length).toBe(all.faces.length); // Nobody is near.
    const portrait = photo('people', '50_Cent', 'frontal_02.jpg');
    const looks = [
      await engine.read(portrait, { embed: 'largest', find: 'all' }),
      await engine.read(portrait, { embed: 'largest', find: 'nearest' }),
    ];
    const [whole, coarse] = looks.map(({ faces }) => faces[0]!.embedding!);
    expect(whole!.reduce((sum, value, i) => sum + value * coarse![i]!, 0)).toBeGreaterThan(0.9);
  });

  it('lie in the upright image', async () => {
    const bytes = photo('exif', 'hopper_orientation_6.jpg');
    const { width, height } = await decodeImage(bytes);
    const { faces } = await engine.read(bytes, { embed: 'none' });
    for (const [x, y] of faces[0]!.landmarks) {
      expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
    }
  });
});
