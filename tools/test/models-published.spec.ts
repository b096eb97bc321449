import { PackPulling, known } from './pack-pulling.js';
import { smallArcface, smallYunet } from './small-networks.js';
import { picture, small } from './small-packs.js';

let pulling: PackPulling;
beforeEach(async () => {
  pulling = await PackPulling.start();
});
afterEach(() => pulling.stop());

const yunet = { 'face_detection_yunet_2023mar.onnx': smallYunet() };

// Both recognisers are published for one face at a time.
it.each([
  ['opencv', { ...yunet, 'face_recognition_sface_2021dec.onnx': smallArcface(128, 1) }, 128],
  ['auraface', { ...yunet, 'glintr100.onnx': smallArcface(512, 1) }, 512],
])(
  'models pull %s brings two files that the real engine reads faces with',
  async (name, files, dimension) => {
    for (const [file, bytes] of Object.entries(files)) pulling.server.others.set(file, bytes);
    await pulling.pull(name, { catalogue: [small(known(name), files, files)] });
    expect(pulling.said.join('\n')).toMatch(/commercial use allowed/);
    const { faces } = await pulling.read(
      name,
      await picture([
        [5, 6],
        [13, 12],
      ]),
    );
    expect(faces.map(({ embedding }) => embedding!.length)).toEqual([dimension, dimension]);
    const boxes = faces.map(({ box }) => [box.x, box.y, box.width, box.height].map(Math.round));
    expect(boxes.sort((a, b) => a[0]! - b[0]!)).toEqual([
      [112, 144, 128, 128],
      [368, 336, 128, 128],
    ]);
  },
);

it('models pull buffalo_l brings attribute networks that the real engine describes faces with', async () => {
  await pulling.pull('buffalo_l', { acceptLicence: true });
  const { faces } = await pulling.read('buffalo_l', await picture([[5, 6]]));
  const { attributes } = faces[0]!;
  expect(attributes?.landmarks106).toHaveLength(106);
  expect(attributes?.landmarks68).toHaveLength(68);
  expect(attributes).toMatchObject({
    gender: expect.stringMatching(/male/) as unknown,
    age: expect.any(Number) as unknown,
  });
});
