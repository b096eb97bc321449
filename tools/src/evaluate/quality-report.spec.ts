import { describeQuality } from './describe-quality.js';
import { reportQuality, type JudgedFace } from './quality-report.js';

const GOOD = {
  score: 0.9,
  sharpness: 0.9,
  brightness: 0.5,
  contrast: 0.4,
  faceSize: 80,
  yaw: 0,
  pitch: 0,
  roll: 0,
  outside: 0,
  crowding: 0,
};
/** Unit vector of the plane of two axes. */
const at = (axis: number, degrees: number) => {
  const vector = new Float32Array(6);
  vector[axis] = Math.cos((degrees * Math.PI) / 180);
  vector[axis + 1] = Math.sin((degrees * Math.PI) / 180);
  return vector;
};
const face = (person: string, embedding: Float32Array, quality: Partial<typeof GOOD> = {}): JudgedFace => ({
  person,
  embedding,
  quality: { ...GOOD, ...quality },
});

/** Five pictures each, one of them blurred, turned and far from the others of that person. */
const faces = ['ada', 'ben'].flatMap((person, i) => [
  ...[0, 4, 8, 12].map((degrees) => face(person, at(i * 2, degrees))),
  face(person, at(i * 2, 80), { score: 0.2, sharpness: 0.1, yaw: -60 }),
]);
const report = (asked: { threshold: number } | { fmr: number } = { threshold: 0.8 }) =>
  reportQuality({ pack: 'toy', picturesWithoutFace: 1, unreadable: [] }, faces, asked);
const fnmr = (measure: string, percent: number) =>
  report().curves.find((curve) => curve.measure === measure)!.points[percent]!.fnmr;

describe('the report about quality', () => {
  it('compares every two pictures of one person', () => {
    expect(report()).toMatchObject({
      pack: 'toy',
      people: 2,
      pictures: 10,
      picturesWithoutFace: 1,
      comparisons: 20,
      misses: 8,
      threshold: 0.8,
      fmr: 0,
    });
  });

  it('takes a comparison for as good as its worse picture, by the score and by each single measure', () => {
    for (const measure of ['score', 'sharpness', 'yaw']) {
      expect(fnmr(measure, 0)).toBe(0.4);
      expect(fnmr(measure, 20)).toBe(0.25);
    }
    for (const measure of ['contrast', 'outside', 'crowding']) expect(fnmr(measure, 20)).toBeCloseTo(0.4, 9);
  });

  it('finds the threshold for an FMR among the comparisons of two people', () => {
    const asked = report({ fmr: 0.1 });
    expect(asked.fmr).toBeLessThanOrEqual(0.1);
    expect(asked.threshold).toBeLessThan(0.8);
  });

  it('needs two pictures of somebody, and two people for an FMR', () => {
    const about = { pack: 'toy', picturesWithoutFace: 0, unreadable: [] };
    expect(() => reportQuality(about, [faces[0]!, faces[5]!], { threshold: 0.5 })).toThrow(/two pictures/);
    expect(() => reportQuality(about, faces.slice(0, 5), { fmr: 0.1 })).toThrow(/two people/);
  });

  it('is told with the shares of 5, 10 and 20 %', () => {
    const text = describeQuality({ ...report(), picture: 'out/quality-toy.svg' });
    expect(text).toMatch(/worst by +0 % +5 % +10 % +20 % +30 %/);
    expect(text).toMatch(/score +40\.00 % +36\.84 % +33\.33 % +25\.00 %/);
  });
});
