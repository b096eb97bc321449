import { ARCFACE_SIZE, ARCFACE_TEMPLATE } from '../src/alignment/arcface-template.js';
import { estimateSimilarity } from '../src/alignment/similarity-transform.js';
import type { FaceAttributes } from '../src/attributes/face-attributes.js';
import type { FaceEmbedder } from '../src/embedding/embedder.js';
import type { FiveLandmarks } from '../src/geometry.js';
import { PackError } from '../src/packs/pack-error.js';
import { matrixOf } from '../src/pixels/crop-matrix.js';
import { CropSession } from '../src/pixels/crop-session.js';
import type { NumberTensor } from '../src/session.js';
import {
  toyArcface,
  toyGenderAge,
  toyLandmarks106,
  toyScrfd,
  toyYunet,
  type ArcfaceForm,
} from './toy-networks.js';
import { toyPicture, withToyStages, type ToyStage } from './toy-pack.js';

const picture = toyPicture();
const detector: ToyStage = { stage: { kind: 'yunet' }, model: toyYunet({ side: 640 }) };
const recognizer: ToyStage = {
  stage: { kind: 'arcface', dimension: 128 },
  model: toyArcface({ dimension: 128 }),
};

const POINTS: FiveLandmarks = [
  [90, 85],
  [121, 88.5],
  [104, 104],
  [92.5, 117],
  [116, 119.5],
];
const shifted = (by: number) => POINTS.map(([x, y]) => [x + by, y]) as unknown as FiveLandmarks;
const THREE = [POINTS, shifted(40), shifted(-35)];

async function embedThree(embedder: FaceEmbedder): Promise<number[][]> {
  const square = { width: ARCFACE_SIZE, height: ARCFACE_SIZE, outside: 'black' } as const;
  const crops = await CropSession.open(square, embedder.scale, {});
  const places = THREE.map((points) => matrixOf(estimateSimilarity(points, ARCFACE_TEMPLATE)));
  const aligned = (await crops.cut(picture, places)) as NumberTensor<Float32Array>;
  await crops.close();
  const embeddings = await embedder.embed({ image: picture, landmarks: THREE, aligned });
  return embeddings.map(({ vector }) => [...vector]);
}

/** Embeddings of three faces by a recogniser of this form, told to pack.json by `stage`. */
const embedded = (form: ArcfaceForm, stage: Record<string, unknown> = {}) =>
  withToyStages(
    {
      detector,
      recognizer: {
        stage: { kind: 'arcface', dimension: form.dimension, ...stage },
        model: toyArcface(form),
      },
    },
    ({ embedder }) => embedThree(embedder),
  );

const near = (rows: readonly number[][]) =>
  rows.map((row) => row.map((value) => expect.closeTo(value, 4) as number));

/** Why a pack cannot be opened. */
async function refusal(stages: { detector?: ToyStage; attributes?: ToyStage[] }): Promise<string> {
  const error: unknown = await withToyStages({ detector, recognizer, ...stages }, () =>
    Promise.resolve(null),
  ).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PackError);
  expect(error).toMatchObject({ code: 'PACK_INVALID', message: expect.not.stringContaining('\n') });
  return (error as PackError).message;
}

describe('a recogniser is fed as its pack.json says', () => {
  const dimension = 128;
  let plain: number[][];
  beforeAll(async () => {
    plain = await embedded({ dimension });
    expect(plain).toHaveLength(3);
    expect(plain[1]).not.toEqual(near([plain[0]!])[0]);
  });

  it('blue first, so that the same faces have the same embeddings', async () => {
    const bgr = { dimension, channelOrder: 'bgr' } as const;
    expect(await embedded(bgr, { channelOrder: 'bgr' })).toEqual(near(plain));
    expect(await embedded(bgr)).not.toEqual(near(plain));
  });

  it('levels as they are, where the graph scales them', async () => {
    const inside = { dimension, inside: true };
    expect(await embedded(inside, { normalizationInGraph: true })).toEqual(near(plain));
    expect(await embedded(inside)).not.toEqual(near(plain));
  });

  it('in a scale of its own', async () => {
    expect(await embedded({ dimension }, { mean: 127.5, std: 127.5 })).toEqual(near(plain));
    expect(await embedded({ dimension }, { mean: 0, std: 255 })).not.toEqual(near(plain));
  });

  it('one face at a time, where its input holds one', async () => {
    expect(await embedded({ dimension, batch: 1 })).toEqual(near(plain));
  });

  it('with 512 numbers, of unit length', async () => {
    for (const embedding of await embedded({ dimension: 512 })) {
      expect(embedding).toHaveLength(512);
      expect(Math.hypot(...embedding)).toBeCloseTo(1, 5);
    }
  });

  it('and says so where it gives another number of numbers', async () => {
    await expect(embedded({ dimension: 128 }, { dimension: 512 })).rejects.toThrow(
      'The recogniser gave 128 numbers a face, pack.json says 512.',
    );
  });
});

describe('a pack is refused when it is opened', () => {
  it('with an SCRFD that finds no landmarks', async () => {
    const model = toyScrfd({ landmarks: false });
    expect(await refusal({ detector: { stage: { kind: 'scrfd' }, model } })).toMatch(
      /^scrfd\.onnx is an SCRFD without landmarks.* use one with them/,
    );
  });

  it('with a detector of another kind', async () => {
    expect(await refusal({ detector: { stage: { kind: 'scrfd' }, model: toyYunet() } })).toMatch(
      /no SCRFD \(12 outputs, not 9\).*"kind"/,
    );
    expect(await refusal({ detector: { stage: { kind: 'yunet' }, model: toyScrfd() } })).toMatch(
      /no YuNet of 2023 \(9 outputs, not 12\)/,
    );
  });

  it('with an attribute network of another kind', async () => {
    const stage = { kind: 'gender-age', inputSize: 192 };
    expect(await refusal({ attributes: [{ stage, model: toyLandmarks106() }] })).toMatch(
      /gives 212 numbers a face and is no "gender-age" \(3\)/,
    );
  });
});

describe('attribute networks', () => {
  const face = { box: { x: 64.5, y: 51.25, width: 76.25, height: 87.75 }, score: 1, landmarks: POINTS };
  const told = (attributes: ToyStage[]) =>
    withToyStages({ detector, recognizer, attributes }, async ({ describers }) => {
      const said: FaceAttributes[] = [];
      for (const each of describers) said.push(await each.describe(picture, face));
      return said;
    });

  it('say the same in crops of another size', async () => {
    const sized = (inputSize: number): ToyStage => ({
      stage: { kind: 'landmarks-106', inputSize },
      model: toyLandmarks106(inputSize),
    });
    const [large, small] = [await told([sized(192)]), await told([sized(96)])];
    const [one, other] = [large[0]!.landmarks106!, small[0]!.landmarks106!];
    expect(one).toHaveLength(106);
    one.forEach(([x, y], i) => expect(Math.hypot(x - other[i]![0], y - other[i]![1])).toBeLessThan(1));
  });

  it('are fed in the scale of pack.json', async () => {
    const model = toyGenderAge();
    const age = async (scale: object) =>
      (await told([{ stage: { kind: 'gender-age', ...scale }, model }]))[0]!.age;
    expect(await age({ mean: 127.5, std: 128 })).not.toBe(await age({}));
  });
});
