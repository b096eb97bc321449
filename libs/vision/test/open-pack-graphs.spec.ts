import { readFileSync } from 'node:fs';
import sharp, { type Region } from 'sharp';
import { decodePrior, priorAt, priorCount } from '../src/detection/ssd-priors.js';
import { faceResnetGraph, FACE_RESNET_SIDE } from '../src/packs/open/face-resnet-graph.js';
import { landmarks68Graph, LANDMARK_SIDE } from '../src/packs/open/landmarks68-graph.js';
import { ssdMobilenetGraph } from '../src/packs/open/ssd-mobilenet-graph.js';
import { WeightMap } from '../src/packs/open/weight-map.js';
import { openSession, type NumberTensor } from '../src/session.js';
import { demoPhoto, loadOriginal, modelFile, originalFaceApi } from './original-face-api.js';

// TensorFlow.js computes in plain JavaScript here.
jest.setTimeout(180_000);

const SSD_SIDE = 512;

const weightsOf = (name: string) =>
  WeightMap.read(
    readFileSync(modelFile(`${name}-weights_manifest.json`), 'utf8'),
    readFileSync(modelFile(`${name}.bin`)),
  );

/** A part of a demo photo as RGB bytes, row by row. */
async function pixels(photo: string, side: number, region?: Region): Promise<Uint8Array> {
  const whole = sharp(demoPhoto(photo)).removeAlpha().toColourspace('srgb');
  const part = region ? whole.extract(region) : whole;
  return new Uint8Array(await part.resize(side, side, { fit: 'fill' }).raw().toBuffer());
}

async function run(model: Uint8Array, image: NumberTensor) {
  const session = await openSession(model);
  try {
    return await session.run({ image });
  } finally {
    await session.close();
  }
}

function largestDifference(one: ArrayLike<number>, other: ArrayLike<number>): number {
  expect(one.length).toBe(other.length);
  return Array.from(one).reduce((most, value, i) => Math.max(most, Math.abs(value - other[i]!)), 0);
}

/** Faces in the demo photos, in pixels of each photo. */
const FACES = [
  { photo: 'sample1.jpg', region: { left: 400, top: 370, width: 210, height: 210 } },
  { photo: 'sample5.jpg', region: { left: 760, top: 100, width: 210, height: 220 } },
];

describe('the graphs of the open pack against the original library', () => {
  let original: Awaited<ReturnType<typeof originalFaceApi>>;
  beforeAll(async () => {
    original = await originalFaceApi();
  });

  const tensor = (data: Uint8Array, side: number) => original.tf.tensor3d(data, [side, side, 3]);

  it.each(FACES)('finds the same 68 points in $photo', async ({ photo, region }) => {
    const face = await pixels(photo, LANDMARK_SIDE, region);
    const network = loadOriginal(original, original.nets.faceLandmark68Net, 'face_landmark_68_model');
    const expected = (await network.forward(tensor(face, LANDMARK_SIDE))).dataSync();
    const model = landmarks68Graph(weightsOf('face_landmark_68_model'));
    const { points } = await run(model, { dims: [1, LANDMARK_SIDE, LANDMARK_SIDE, 3], data: face });
    expect(largestDifference(points!.data as Float32Array, expected)).toBeLessThan(1e-5);
  });

  it.each(FACES)('describes the face in $photo by the same 128 numbers', async ({ photo, region }) => {
    const face = await pixels(photo, FACE_RESNET_SIDE, region);
    const network = loadOriginal(original, original.nets.faceRecognitionNet, 'face_recognition_model');
    const expected = (await network.forward(tensor(face, FACE_RESNET_SIDE))).dataSync();
    const model = faceResnetGraph(weightsOf('face_recognition_model'));
    const { embedding } = await run(model, { dims: [1, FACE_RESNET_SIDE, FACE_RESNET_SIDE, 3], data: face });
    expect(largestDifference(embedding!.data as Float32Array, expected)).toBeLessThan(1e-5);
  });

  it('sees the same boxes with the same scores', async () => {
    const photo = await pixels('sample1.jpg', SSD_SIDE);
    const network = loadOriginal(original, original.nets.ssdMobilenetv1, 'ssd_mobilenetv1_model');
    const expected = await network.forward(tensor(photo, SSD_SIDE));
    const planes = Float32Array.from(
      photo,
      (_, i) => photo[(i % SSD_SIDE ** 2) * 3 + Math.trunc(i / SSD_SIDE ** 2)]!,
    );
    const model = ssdMobilenetGraph(weightsOf('ssd_mobilenetv1_model'));
    const { encodings, scores } = await run(model, { dims: [1, 3, SSD_SIDE, SSD_SIDE], data: planes });
    const rows = Array.from({ length: priorCount(SSD_SIDE, SSD_SIDE) }, (_, row) => row);
    const boxes = rows.flatMap((row) => {
      const prior = priorAt(row, SSD_SIDE, SSD_SIDE);
      const { x, y, width, height } = decodePrior(prior, encodings!.data as Float32Array, row);
      return [y, x, y + height, x + width].map((edge) => edge / SSD_SIDE);
    });
    expect(largestDifference(scores!.data as Float32Array, expected.scores[0]!.dataSync())).toBeLessThan(
      1e-5,
    );
    expect(largestDifference(boxes, expected.boxes[0]!.dataSync())).toBeLessThan(1e-4);
  });
});
