import { FaceEngine } from '../src/face-engine.js';
import type { ReadFace } from '../src/face-reading.js';
import { loadPack, type ModelPack } from '../src/packs/model-pack.js';
import { recommendedOperatingPoint } from '../src/packs/operating-point.js';
import { ENROLLMENT_LIMITS, judgeQuality } from '../src/quality/judge-quality.js';
import { cosine, describeWithModels, packFolder, photo, photosIn, rows } from './sample-files.js';

jest.setTimeout(60_000);

/** Rows of people.csv for one kind of photo, of every third person. */
const everyThird = (kind: string) =>
  rows('people.csv')
    .filter(([file]) => file!.includes(kind))
    .filter((_, index) => index % 3 === 0);

describeWithModels('FaceEngine with arcface-mbf', () => {
  let pack: ModelPack;
  let engine: FaceEngine;
  beforeAll(async () => {
    pack = await loadPack(packFolder('arcface-mbf'));
    engine = await FaceEngine.open(pack, { threads: 2 });
  });
  afterAll(() => engine.close());

  const largest = async (...path: string[]): Promise<ReadFace> => {
    const { faces } = await engine.read(photo(...path), { embed: 'largest' });
    expect(faces.length).toBeGreaterThan(0);
    return faces[0] as ReadFace;
  };

  it('agrees with insightface on a rendered picture of two faces (SCRFD at 640 and at 320, norm_crop, ArcFace)', async () => {
    const { faces } = await engine.read(photo('groups', 'linzaer_22.jpg'));
    expect(faces).toHaveLength(2);
    const near = (values: readonly number[], digits: number) =>
      values.map((value) => expect.closeTo(value, digits) as number);
    const [one, two] = faces as [ReadFace, ReadFace];
    expect([one.box.x, one.box.y, one.box.width, one.box.height]).toEqual(
      near([625.23, 406.77, 290.75, 374.46], 0),
    );
    expect(one.landmarks.flat()).toEqual(
      near([689.07, 532.72, 795.75, 569.09, 685.01, 598.27, 649.7, 666.46, 731.07, 699.28], 0),
    );
    expect(one.score).toBeCloseTo(0.7828, 2);
    expect([...one.embedding!.subarray(0, 6)]).toEqual(
      near([-0.1183, -0.0495, -0.0391, 0.0801, -0.0933, -0.0058], 2),
    );
    expect(two.landmarks.flat()).toEqual(
      near([351.1, 266.41, 480, 289.5, 406.01, 351.59, 340.79, 400.7, 432.65, 421.59], 0),
    );
    expect([...two.embedding!.subarray(0, 6)]).toEqual(
      near([-0.1714, 0, 0.0344, -0.0355, -0.0211, 0.0304], 2),
    );
  });

  it('gives unit vectors, upright size, faces by area and timings that add up', async () => {
    const { width, height, faces, timings } = await engine.read(photo('groups', 'linzaer_2.jpg'));
    expect([width, height]).toEqual([1024, 484]);
    const areas = faces.map(({ box }) => box.width * box.height);
    expect(areas).toEqual([...areas].sort((one, other) => other - one));
    for (const { embedding } of faces) {
      expect(embedding).toHaveLength(128);
      expect(cosine(embedding!, embedding!)).toBeCloseTo(1, 5);
    }
    const { decode, detect, quality, embed, total, inference } = timings;
    expect(decode + detect + quality + embed).toBeLessThanOrEqual(total);
    expect(inference).toBeLessThan(detect + embed);
    expect(inference).toBeGreaterThan(0);
  });

  it('embeds all faces, the largest, or none', async () => {
    const embedded = async (embed: 'all' | 'largest' | 'none') => {
      const { faces } = await engine.read(photo('groups', 'linzaer_2.jpg'), { embed });
      return faces.map(({ embedding }) => embedding !== null);
    };
    expect(await embedded('all')).toEqual([true, true, true, true]);
    expect(await embedded('largest')).toEqual([true, false, false, false]);
    expect(await embedded('none')).toEqual([false, false, false, false]);
  });

  it('finds the face of every tight crop, and each is fit for enrolment', async () => {
    const frontal = everyThird('frontal_01');
    expect(frontal.length).toBeGreaterThan(15);
    for (const [file] of frontal) {
      const reading = await engine.read(photo(file!), { embed: 'none' });
      const [face] = reading.faces as [ReadFace];
      const reasons = judgeQuality(face.quality, ENROLLMENT_LIMITS);
      expect({ file, reasons }).toEqual({ file, reasons: [] });
    }
  });

  it('tells how near others stand, and how much of a face lies beyond the edge', async () => {
    const crowding = async (...path: string[]) => {
      const { faces } = await engine.read(photo(...path), { embed: 'none' });
      return faces.map(({ quality }) => quality.crowding);
    };
    const [one, two] = await crowding('groups', 'linzaer_22.jpg');
    expect(one).toBeCloseTo(0.68, 1);
    expect(two).toBeCloseTo(0.7, 1);
    expect(await crowding('groups', 'linzaer_16.jpg')).toEqual(new Array(9).fill(0));
    const { quality, box } = await largest(everyThird('frontal_01')[0]![0]!);
    expect(quality.outside).toBeGreaterThanOrEqual(0);
    expect(box.y < 0).toBe(quality.outside > 0);
  });

  it('calls profiles turned away', async () => {
    const profiles = everyThird('profile_01');
    let turned = 0;
    for (const [file] of profiles) {
      const reading = await engine.read(photo(file!), { embed: 'none' });
      const [face] = reading.faces;
      if (!face) continue;
      turned += Number(judgeQuality(face.quality, ENROLLMENT_LIMITS).includes('TURNED_AWAY'));
    }
    expect(turned / profiles.length).toBeGreaterThan(0.95);
  });

  it('tells people apart: frontal photos of 12 people, two each', async () => {
    const people = [
      ...new Set(
        rows('people.csv')
          .filter(([, , kind]) => kind === 'frontal')
          .map(([, name]) => name!),
      ),
    ];
    const pairs: [Float32Array, Float32Array][] = [];
    for (const name of people.slice(20, 32)) {
      const [one, other] = await Promise.all(
        ['01', '02'].map((n) => largest('people', name, `frontal_${n}.jpg`)),
      );
      pairs.push([one!.embedding!, other!.embedding!]);
    }
    const { threshold } = recommendedOperatingPoint(pack);
    const genuine = pairs.map(([one, other]) => cosine(one, other));
    const impostor = pairs.flatMap(([one], row) =>
      pairs.filter((_, column) => column !== row).map(([, other]) => cosine(one, other)),
    );
    expect(genuine.filter((value) => value >= threshold).length).toBeGreaterThanOrEqual(11);
    expect(impostor.filter((value) => value >= threshold)).toEqual([]);
    expect(Math.abs(impostor.reduce((sum, value) => sum + value, 0) / impostor.length)).toBeLessThan(0.1);
  });

  it('sees the same face under every EXIF orientation', async () => {
    const upright = await largest('exif', 'hopper_orientation_2.jpg');
    for (const file of photosIn('exif')) {
      const face = await largest('exif', file);
      expect(Math.abs(face.box.x - upright.box.x)).toBeLessThan(4);
      expect(Math.abs(face.box.y - upright.box.y)).toBeLessThan(4);
      expect(cosine(face.embedding!, upright.embedding!)).toBeGreaterThan(0.9);
    }
  });

  it('reads the same face from every format', async () => {
    const jpeg = await largest('formats', 'hopper.jpg');
    for (const file of ['hopper.png', 'hopper.webp']) {
      expect(cosine((await largest('formats', file)).embedding!, jpeg.embedding!)).toBeGreaterThan(0.85);
    }
  });
});
