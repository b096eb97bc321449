import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaceEngine } from '../src/face-engine.js';
import { loadPack } from '../src/packs/model-pack.js';
import { encodePng } from '../src/raster.js';
import { demoPhoto } from './original-face-api.js';
import { cosine } from './sample-files.js';
import {
  toyArcface,
  toyGenderAge,
  toyLandmarks106,
  toyLandmarks3d68,
  toyMinifasnet,
  toyYunet,
} from './toy-networks.js';
import { toyPicture, writeToyPack } from './toy-pack.js';

const ALL = { liveness: 'all', attributes: true } as const;

describe('a pack of every kind of network but SCRFD', () => {
  let folder: string;
  let engine: FaceEngine;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'toy-pack-'));
    await writeToyPack(folder, {
      detector: { stage: { kind: 'yunet', scoreThreshold: 0.7 }, model: toyYunet({ side: 640 }) },
      recognizer: {
        stage: { kind: 'arcface', dimension: 512, channelOrder: 'bgr' },
        model: toyArcface({ dimension: 512, channelOrder: 'bgr' }),
      },
      liveness: [{ stage: { kind: 'minifasnet', cropScale: 2.7, inputSize: 80 }, model: toyMinifasnet() }],
      attributes: [
        { stage: { kind: 'landmarks-106' }, model: toyLandmarks106() },
        { stage: { kind: 'landmarks-3d-68' }, model: toyLandmarks3d68() },
        { stage: { kind: 'gender-age', mean: 127.5, std: 128 }, model: toyGenderAge() },
      ],
    });
    engine = await FaceEngine.open(await loadPack(folder));
  });
  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true });
  });

  it.each([
    ['the picture that it was made for', async () => encodePng(toyPicture())],
    ['a photo', () => Promise.resolve(readFileSync(demoPhoto('sample1.jpg')))],
  ])('reads %s', async (_, bytes) => {
    const { faces, width, height } = await engine.read(await bytes(), ALL);
    expect(faces.length).toBeGreaterThan(0);
    for (const { box, embedding, liveness, attributes } of faces) {
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      expect(x > -box.width && y > -box.height && x < width + box.width && y < height + box.height).toBe(
        true,
      );
      expect(embedding).toHaveLength(512);
      expect(cosine(embedding!, embedding!)).toBeCloseTo(1, 5);
      expect(liveness! > 0 && liveness! < 1).toBe(true);
      const { landmarks106, landmarks68, pose, gender, age } = attributes!;
      expect([landmarks106?.length, landmarks68?.length]).toEqual([106, 68]);
      const numbers = [...landmarks106!.flat(), ...landmarks68!.flat(), ...Object.values(pose!), age!];
      expect(numbers.every(Number.isFinite)).toBe(true);
      expect(['female', 'male']).toContain(gender);
    }
  });

  it('describes nobody unless asked, and says the same of everything else', async () => {
    const bytes = await encodePng(toyPicture());
    const asked = await engine.read(bytes, ALL);
    const unasked = await engine.read(bytes, { liveness: 'all' });
    expect(asked.faces.length).toBeGreaterThan(5);
    expect(unasked.faces).toEqual(asked.faces.map((face) => ({ ...face, attributes: null })));
  });

  it('says where the points lie: they move with the face', async () => {
    const bytes = await encodePng(toyPicture());
    const { faces } = await engine.read(bytes, { attributes: true, embed: 'none' });
    for (const { box, attributes } of faces) {
      const xs = attributes!.landmarks68!.map(([x]) => x);
      const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
      expect(Math.abs(middle - box.x - box.width / 2)).toBeLessThan(Math.max(box.width, box.height) / 2);
    }
  });
});
