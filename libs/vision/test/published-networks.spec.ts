import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FaceAttributes } from '../src/attributes/face-attributes.js';
import type { DetectedFace } from '../src/detection/detector.js';
import { FaceLook } from '../src/face-look.js';
import type { FiveLandmarks, Point } from '../src/geometry.js';
import { encodePng } from '../src/raster.js';
import {
  toyArcface,
  toyGenderAge,
  toyLandmarks106,
  toyLandmarks3d68,
  toyScrfd,
  toyYunet,
} from './toy-networks.js';
import { toyPicture, withToyStages, writeToyPack, type ToyStage, type ToyStages } from './toy-pack.js';

interface Found {
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
  readonly score: number;
  readonly landmarks: readonly Point[];
}

/** What InsightFace's and OpenCV's own classes say of the same networks and the same picture; `origin` names them. */
interface Golden {
  readonly origin: string;
  readonly points: FiveLandmarks;
  readonly scrfd: readonly Found[];
  readonly scrfdBatched: readonly Found[];
  readonly yunet: readonly Found[];
  readonly arcface: { readonly mean: number; readonly embedding: readonly number[] };
  readonly arcfaceInside: { readonly mean: number; readonly embedding: readonly number[] };
  readonly attributes: readonly (Required<FaceAttributes> & { readonly box: Found['box'] })[];
}

const golden = JSON.parse(readFileSync(join(__dirname, 'published-networks.golden.json'), 'utf8')) as Golden;

const SIZES = { inputSizes: [640] };
const scrfd = (form?: Parameters<typeof toyScrfd>[0]): ToyStage => ({
  stage: { kind: 'scrfd', ...SIZES },
  model: toyScrfd(form),
});
const yunet: ToyStage = { stage: { kind: 'yunet', ...SIZES }, model: toyYunet({ side: 640 }) };
const outside: ToyStage = {
  stage: { kind: 'arcface', dimension: 512 },
  model: toyArcface({ dimension: 512 }),
};
const inside: ToyStage = {
  stage: { kind: 'arcface', dimension: 128, normalizationInGraph: true },
  model: toyArcface({ dimension: 128, inside: true }),
};
const attributes: ToyStage[] = [
  { stage: { kind: 'landmarks-106' }, model: toyLandmarks106() },
  { stage: { kind: 'landmarks-3d-68' }, model: toyLandmarks3d68() },
  { stage: { kind: 'gender-age', mean: 127.5, std: 128 }, model: toyGenderAge() },
];

/** With a folder in TOY_NETWORKS the networks and the picture are left there, for published-networks.py. */
beforeAll(async () => {
  const folder = process.env.TOY_NETWORKS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await writeToyPack(folder, { detector: yunet, recognizer: outside, attributes });
  await writeFile(join(folder, 'scrfd.onnx'), toyScrfd());
  await writeFile(join(folder, 'scrfd-batched.onnx'), toyScrfd({ batched: true }));
  await writeFile(join(folder, 'arcface-inside.onnx'), inside.model);
  await writeFile(join(folder, 'picture.png'), await encodePng(toyPicture()));
});

const picture = toyPicture();
const detected = (stages: Partial<ToyStages>) =>
  withToyStages({ detector: yunet, recognizer: outside, ...stages }, ({ detector }) =>
    detector.detect(picture, 'all'),
  );

/** The same faces, best first: to half a pixel of the image, and half a hundredth of the score. */
function expectFaces(faces: readonly DetectedFace[], wanted: readonly Found[]): void {
  expect(wanted.length).toBeGreaterThan(8);
  expect(faces).toHaveLength(wanted.length);
  for (const [index, { box, score, landmarks }] of faces.entries()) {
    const { x, y, width, height } = box;
    const expected = wanted[index]!;
    expect(score).toBeCloseTo(expected.score, 2);
    expectNear([x, y, x + width, y + height], expected.box, 0.5);
    expectNear(landmarks.flat(), expected.landmarks.flat(), 0.5);
  }
}

function expectNear(found: readonly number[], wanted: readonly number[], within: number): void {
  expect(found).toHaveLength(wanted.length);
  const far = wanted.map((value, index) => Math.abs(value - found[index]!));
  expect(Math.max(...far)).toBeLessThan(within);
}

describe('agrees with the original on the same network', () => {
  it('SCRFD, with a batch dimension, without one, and with one size of input', async () => {
    expectFaces(await detected({ detector: scrfd() }), golden.scrfd);
    expectFaces(await detected({ detector: scrfd({ batched: true }) }), golden.scrfdBatched);
    expectFaces(await detected({ detector: scrfd({ side: 640 }) }), golden.scrfd);
  });

  it('YuNet, in OpenCV: with one size of input, with any, and with outputs of other names or in another order', async () => {
    expectFaces(await detected({}), golden.yunet);
    expectFaces(await detected({ detector: { ...yunet, model: toyYunet() } }), golden.yunet);
    const renamed = toyYunet({ nameOf: (kind, stride) => `${stride}.${kind}` });
    expectFaces(await detected({ detector: { ...yunet, model: renamed } }), golden.yunet);
    const reordered = toyYunet({ reversed: true });
    expectFaces(await detected({ detector: { ...yunet, model: reordered } }), golden.yunet);
  });

  it.each([
    ['512 numbers, scaled before the graph', outside, golden.arcface],
    ['128 numbers, scaled inside the graph', inside, golden.arcfaceInside],
  ])('ArcFace: %s', async (_, recognizer, wanted) => {
    const [embedded] = await withToyStages({ detector: yunet, recognizer }, async ({ embedder }) => {
      const look = await FaceLook.open(embedder.scale, {});
      const { aligned } = await look.look(picture, [golden.points]);
      await look.close();
      return embedder.embed({ image: picture, landmarks: [golden.points], aligned });
    });
    expect(wanted.mean).toBe(recognizer === inside ? 0 : 127.5);
    expectNear([...embedded!.vector], wanted.embedding, 0.002);
  });

  it('landmarks, pose, gender and age', async () => {
    const stages = { detector: yunet, recognizer: outside, attributes };
    const told = await withToyStages(stages, async ({ describers }) => {
      const all: FaceAttributes[] = [];
      for (const { box } of golden.attributes) {
        const face = faceAt(box);
        const said: FaceAttributes[] = [];
        for (const each of describers) said.push(await each.describe(picture, face));
        all.push(Object.assign({}, ...said) as FaceAttributes);
      }
      return all;
    });
    for (const [index, wanted] of golden.attributes.entries()) {
      const { landmarks106, landmarks68, pose, gender, age } = told[index]!;
      expectNear(landmarks106!.flat(), wanted.landmarks106.flat(), 0.2);
      expectNear(landmarks68!.flat(), wanted.landmarks68.flat(), 0.2);
      const { yaw, pitch, roll } = wanted.pose;
      expectNear([pose!.yaw, pose!.pitch, pose!.roll], [yaw, pitch, roll], 0.1);
      expect({ gender, age }).toEqual({ gender: wanted.gender, age: wanted.age });
    }
    expect(new Set(told.map(({ gender }) => gender))).toEqual(new Set(['female', 'male']));
  });
});

function faceAt([left, top, right, bottom]: Found['box']): DetectedFace {
  const box = { x: left, y: top, width: right - left, height: bottom - top };
  return { box, score: 1, landmarks: golden.points };
}
