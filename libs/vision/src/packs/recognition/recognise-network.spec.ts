import { GraphBuilder } from '../../graph/graph-builder.js';
import { recogniseNetwork } from './recognise-network.js';

interface Shape {
  readonly side?: number | string;
  readonly outputs?: readonly (readonly [name: string, entries: number])[];
  readonly normalises?: boolean;
  readonly inputs?: number;
}

/** A graph with these ports. */
function network({
  side = 112,
  outputs = [['out', 512]],
  normalises = false,
  inputs = 1,
}: Shape): Uint8Array {
  const g = new GraphBuilder('network');
  const [image] = Array.from({ length: inputs }, (_, i) =>
    g.input(`in${i}`, 'float32', ['n', 3, side, side]),
  );
  const scaled = normalises ? g.mul(g.sub(image!, g.scalar(127.5)), g.scalar(1 / 128)) : image!;
  for (const [name, entries] of outputs) g.output(name, scaled, ['n', entries]);
  return g.toModel();
}

const nine = Array.from({ length: 9 }, (_, i) => [`${448 + i}`, 1] as const);
const yunet = ['cls', 'obj', 'bbox', 'kps'].flatMap((what) =>
  [8, 16, 32].map((stride) => [`${what}_${stride}`, 1] as const),
);

it.each<[string, string, Shape, object | null]>([
  ['SCRFD', 'det_10g.onnx', { side: 'size', outputs: nine }, { role: 'detector', stage: { kind: 'scrfd' } }],
  ['YuNet', 'yunet.onnx', { side: 640, outputs: yunet }, { role: 'detector', stage: { kind: 'yunet' } }],
  ['ArcFace', 'r.onnx', {}, { stage: { kind: 'arcface', dimension: 512, mean: 127.5, std: 127.5 } }],
  ['ArcFace that scales', 'r.onnx', { normalises: true }, { stage: { kind: 'arcface', mean: 0, std: 1 } }],
  [
    '106 points',
    'a.onnx',
    { side: 192, outputs: [['fc1', 212]] },
    { stage: { kind: 'landmarks-106', std: 128 } },
  ],
  [
    '68 points in space',
    'a.onnx',
    { side: 192, outputs: [['fc1', 3309]], normalises: true },
    { role: 'attributes', stage: { kind: 'landmarks-3d-68', inputSize: 192, mean: 0, std: 1 } },
  ],
  ['gender and age', 'a.onnx', { side: 96, outputs: [['fc1', 3]] }, { stage: { kind: 'gender-age' } }],
  [
    'MiniFASNet',
    '2.7_80x80_MiniFASNetV2.onnx',
    { side: 80, outputs: [['o', 3]] },
    { stage: { cropScale: 2.7 } },
  ],
  [
    'MiniFASNet',
    '4_0_0_80x80_MiniFASNetV1SE.onnx',
    { side: 80, outputs: [['o', 3]] },
    { stage: { cropScale: 4 } },
  ],
  ['MiniFASNet', 'minifasnet_v1se.onnx', { side: 80, outputs: [['o', 3]] }, { stage: { cropScale: 4 } }],
  ['a MiniFASNet that does not say its scale', 'x.onnx', { side: 80, outputs: [['o', 3]] }, null],
  ['a face swapper', 'x.onnx', { side: 128, inputs: 2 }, null],
  ['something else', 'x.onnx', { side: 224, outputs: [['classes', 1000]] }, null],
])('takes %s (%s) for what it is', (_, file, shape, expected) => {
  const found = recogniseNetwork(network(shape), file);
  if (expected === null) expect(found).toBeNull();
  else expect(found).toMatchObject(expected);
});

it('throws where there is no network', () => {
  expect(() => recogniseNetwork(Buffer.from('not one'), 'x.onnx')).toThrow();
});
