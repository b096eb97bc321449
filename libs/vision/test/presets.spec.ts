// Runs on the built library, as a server does: worker threads are started from dist.
import { statSync } from 'node:fs';
import {
  cutPortrait,
  decodeImage,
  encodePng,
  FaceEngine,
  loadPack,
  loadPresets,
  paintPreset,
  type PresetNetwork,
} from '../dist/index.js';
import { describeWithModels, packFolder, photo } from './sample-files.js';

jest.setTimeout(240_000);

const MIB = 1024 * 1024;
const painting = { share: 1, keepColours: false, threads: 1 };

describeWithModels('the presets that ship', () => {
  let presets: PresetNetwork[];
  let engine: FaceEngine;
  beforeAll(async () => {
    presets = await loadPresets();
    engine = await FaceEngine.open(await loadPack(packFolder('arcface-mbf')), { threads: 1 });
  });
  afterAll(() => engine.close());

  /** Of somebody whom none of them was trained on. */
  async function portrait() {
    const original = photo('people', 'Alyssa_Milano', 'frontal_01.jpg');
    const [face] = (await engine.read(original, { embed: 'largest' })).faces;
    return { face: face!, image: (await cutPortrait(original, face!, 256)).image };
  }

  it('are six small files with pictures of their own, by how well they keep a likeness', () => {
    expect(presets.map(({ name }) => name)).toEqual([
      'woman-with-a-hat',
      'scream',
      'udnie',
      'minotaur',
      'starry-night',
      'great-wave',
    ]);
    for (const { path, picture } of presets) {
      expect(statSync(path).size).toBeLessThan(2 * MIB);
      expect(statSync(picture).size).toBeGreaterThan(10_000);
    }
  });

  it('paint a portrait anew, on which the person is still found', async () => {
    const { face, image } = await portrait();
    for (const preset of presets) {
      const painted = await paintPreset(preset, image, painting);
      expect([painted.width, painted.height]).toEqual([image.width, image.height]);
      const change = painted.data.reduce((sum, level, i) => sum + Math.abs(level - image.data[i]!), 0);
      expect(change / image.data.length).toBeGreaterThan(20);
      const [seen] = (await engine.read(await encodePng(painted), { embed: 'largest' })).faces;
      const alike = seen!.embedding!.reduce((sum, value, i) => sum + value * face.embedding![i]!, 0);
      expect(alike).toBeGreaterThan(0.3);
    }
  });

  it('leave a picture as it is at a share of 0, and paint sides that are no multiples of four', async () => {
    const { image } = await portrait();
    const same = await paintPreset(presets[0]!, image, { ...painting, share: 0 });
    expect(same.data).toEqual(image.data);
    const odd = { width: 67, height: 65, data: new Uint8Array(67 * 65 * 3).fill(90) };
    const painted = await paintPreset(presets[0]!, odd, painting);
    expect(painted.data).toHaveLength(odd.data.length);
    await expect(decodeImage(await encodePng(painted))).resolves.toMatchObject({ width: 67, height: 65 });
  });
});
