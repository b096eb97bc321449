import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { FaceEngine } from '../src/face-engine.js';
import type { ReadFace } from '../src/face-reading.js';
import type { ModelPack } from '../src/packs/model-pack.js';
import { shippedPack } from '../src/packs/open/shipped-pack.js';
import { recommendedOperatingPoint } from '../src/packs/operating-point.js';
import { demoPhoto } from './original-face-api.js';
import { cosine, describeWithModels, photo, photosIn, rows } from './sample-files.js';

jest.setTimeout(120_000);

let pack: ModelPack;
let engine: FaceEngine;
beforeAll(async () => {
  pack = await shippedPack();
  engine = await FaceEngine.open(pack, { threads: 2 });
});
afterAll(() => engine.close());

const demo = (name: string) => readFileSync(demoPhoto(name));

/** The largest face. */
async function face(bytes: Uint8Array): Promise<ReadFace> {
  const { faces } = await engine.read(bytes, { embed: 'largest' });
  expect(faces.length).toBeGreaterThan(0);
  return faces[0] as ReadFace;
}

const likeness = (one: ReadFace, other: ReadFace) => cosine(one.embedding!, other.embedding!);

describe('the pack that ships with the installation', () => {
  it('may be used commercially, and its operating point was measured on the very space it ships', () => {
    expect(pack).toMatchObject({ name: 'open', licence: 'MIT', commercialUse: true, dimension: 128 });
    expect(pack.modelId).toBe(`open@${pack.manifest.recognizer.sha256.slice(0, 12)}`);
    expect(recommendedOperatingPoint(pack).measured).toBe(true);
  });

  it.each([
    ['sample1.jpg', 3],
    ['sample2.jpg', 3],
    ['sample3.jpg', 3],
    ['sample4.jpg', 4],
    ['sample5.jpg', 5],
    ['sample6.jpg', 4],
  ])('finds everybody in %s, and nobody else', async (name, people) => {
    const { faces } = await engine.read(demo(name), { embed: 'none' });
    expect(faces).toHaveLength(people);
    for (const { box, landmarks } of faces) {
      const spare = box.width / 10;
      for (const [x, y] of landmarks) {
        // A head in profile may have a point just outside its box.
        expect(x > box.x - spare && x < box.x + box.width + spare).toBe(true);
        expect(y > box.y - spare && y < box.y + box.height + spare).toBe(true);
      }
      const [leftEye, rightEye, nose, leftMouth, rightMouth] = landmarks;
      expect(leftEye[0]).toBeLessThan(rightEye[0]);
      expect(leftMouth[0]).toBeLessThan(rightMouth[0]);
      expect(nose[1]).toBeGreaterThan(Math.min(leftEye[1], rightEye[1]));
    }
  });

  it('tells the people of one photo apart', async () => {
    const { threshold } = recommendedOperatingPoint(pack);
    const { faces } = await engine.read(demo('sample5.jpg'));
    for (const [index, one] of faces.entries()) {
      expect(cosine(one.embedding!, one.embedding!)).toBeCloseTo(1, 5);
      for (const other of faces.slice(index + 1)) expect(likeness(one, other)).toBeLessThan(threshold);
    }
  });

  describe('knows a face again', () => {
    const region = { left: 660, top: 0, width: 460, height: 420 };
    const portrait = () => sharp(demoPhoto('sample5.jpg')).extract(region);
    let known: ReadFace;
    beforeAll(async () => {
      known = await face(await portrait().jpeg({ quality: 95 }).toBuffer());
    });

    it.each([
      ['at a third of its size', () => portrait().resize(153)],
      ['at three times its size, where it fills the picture', () => portrait().resize(1380)],
      ['mirrored', () => portrait().flop()],
      ['leaning by 25 degrees', () => portrait().rotate(25)],
      ['darker', () => portrait().linear(0.6, 0)],
      ['without colour', () => portrait().greyscale()],
    ])('%s', async (_, changed) => {
      const again = await face(await changed().jpeg({ quality: 90 }).toBuffer());
      expect(likeness(known, again)).toBeGreaterThan(0.8);
    });
  });
});

describeWithModels('the pack open on sample photos', () => {
  it('finds the face in every frontal photo', async () => {
    const frontal = rows('people.csv').filter(([, , kind]) => kind === 'frontal');
    for (const [file] of frontal.filter((_, index) => index % 9 === 0)) {
      const { faces } = await engine.read(photo(file!), { embed: 'none' });
      expect([file, faces.length]).toEqual([file, 1]);
    }
  });

  it('takes no more than a fifth of animals and drawings for faces', async () => {
    const files = photosIn('nonface').filter((file) => file.endsWith('.jpg'));
    let taken = 0;
    for (const file of files) {
      if ((await engine.read(photo('nonface', file), { embed: 'none' })).faces.length > 0) taken++;
    }
    expect(taken).toBeLessThanOrEqual(files.length / 5);
  });

  it('ranks another photo of the same person above every other person for nine in ten', async () => {
    const frontal = rows('people.csv').filter(([, , kind]) => kind === 'frontal');
    const gallery = await embedded(frontal.filter(([file]) => file!.includes('_01')));
    const probes = await embedded(frontal.filter(([file]) => file!.includes('_02')).slice(0, 30));
    const right = probes.filter((probe) => {
      const ranked = gallery.map((entry) => ({
        person: entry.person,
        score: likeness(entry.face, probe.face),
      }));
      return ranked.reduce((best, next) => (next.score > best.score ? next : best)).person === probe.person;
    });
    expect(right.length / probes.length).toBeGreaterThanOrEqual(0.9);
  });

  async function embedded(photos: string[][]) {
    const read: { person: string; face: ReadFace }[] = [];
    for (const [file, person] of photos) read.push({ person: person!, face: await face(photo(file!)) });
    return read;
  }
});
