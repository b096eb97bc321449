import { GraphBuilder } from '../graph/graph-builder.js';
import { decodeModel } from '../graph/model-proto.js';
import { openSession, type NumberTensor } from '../session.js';
import { calibrate } from './calibrate.js';
import { quantizeModel } from './quantize-model.js';
import { activationLevels, weightLevels } from './quantized-tensors.js';

/** Numbers that look random, -1 to 1, the same every time. */
const noise = (length: number, seed = 1) =>
  Float32Array.from({ length }, (_, i) => Math.sin((i + 1) * 12.9898 * seed) % 1);

/** Convolution, Relu, a second branch, sum, pooling, and a head without Relu. */
function network(opset = 13): Uint8Array {
  const g = new GraphBuilder('toy', { opset });
  const x = g.input('x', 'float32', ['n', 3, 'height', 'width']);
  const weight = (shape: number[], seed: number) =>
    g.constant(
      'float32',
      shape,
      noise(
        shape.reduce((a, b) => a * b, 1),
        seed,
      ),
    );
  const one = g.relu(g.conv(x, weight([8, 3, 3, 3], 2), weight([8], 3), { padding: 'same' }));
  const two = g.relu(g.conv(one, weight([8, 8, 3, 3], 5), null, { padding: 'same' }));
  const pooled = g.maxPool(g.add(one, two), [2, 2], { strides: [2, 2] });
  g.output('y', g.conv(pooled, weight([4, 8, 1, 1], 7), weight([4], 11)));
  return g.toModel();
}

const tensor = (seed: number): NumberTensor => ({ data: noise(3 * 16 * 16, seed), dims: [1, 3, 16, 16] });
async function* some() {
  for (const seed of [13, 17, 19, 23]) yield tensor(seed);
}

async function outputOf(model: Uint8Array, input: NumberTensor) {
  const session = await openSession(model);
  try {
    return (await session.run({ x: input })).y!.data as Float32Array;
  } finally {
    await session.close();
  }
}

describe('activationLevels', () => {
  it('spread a range over 256 levels and hit zero exactly', () => {
    expect(activationLevels({ min: -1, max: 1.55 })).toEqual({
      scale: expect.closeTo(0.01, 9) as number,
      zeroPoint: 100,
    });
    expect(activationLevels({ min: 0.5, max: 2.55 })).toEqual({
      scale: expect.closeTo(0.01, 9) as number,
      zeroPoint: 0,
    });
    expect(activationLevels({ min: 0, max: 0 })).toEqual({ scale: 1, zeroPoint: 0 });
  });
});

describe('weightLevels', () => {
  it('give each output channel a scale of its own', () => {
    const { levels, scales } = weightLevels(Float32Array.of(1.27, -0.5, 0.0127, 0), 2);
    expect([...levels]).toEqual([127, -50, 127, 0]);
    expect([...scales]).toEqual([expect.closeTo(0.01, 6), expect.closeTo(0.0001, 8)]);
  });
});

describe('quantizeModel', () => {
  it('changes what a network says by little: less than 2 % of what it ranges over', async () => {
    const model = network();
    const quantized = quantizeModel(model, await calibrate(model, some()));
    const [exact, found] = [await outputOf(model, tensor(29)), await outputOf(quantized, tensor(29))];
    const span = Math.max(...exact) - Math.min(...exact);
    const error = Math.max(...exact.map((value, i) => Math.abs(value - found[i]!)));
    expect(error).toBeGreaterThan(0);
    expect(error / span).toBeLessThan(0.02);
  });

  it('stores weights in a quarter of the bytes and keeps inputs and outputs', async () => {
    const model = network();
    const { graph } = decodeModel(quantizeModel(model, await calibrate(model, some())));
    expect(graph!.input!.map(({ name }) => name)).toEqual(['x']);
    expect(graph!.output!.map(({ name }) => name)).toEqual(['y']);
    const large = graph!.initializer!.filter(({ rawData }) => rawData!.length > 8 * 8 * 9);
    expect(large).toEqual([]);
    expect(graph!.node!.filter(({ opType }) => opType === 'Conv')).toHaveLength(3);
  });

  it('gives what is pooled the levels of what it was pooled from', async () => {
    const ranges = await calibrate(network(), some());
    const { graph } = decodeModel(network());
    const pool = graph!.node!.find(({ opType }) => opType === 'MaxPool')!;
    expect(ranges.get(pool.output![0]!)).toEqual(ranges.get(pool.input![0]!));
  });

  it('refuses a model of an opset that knows no levels by channel', async () => {
    const old = network(12);
    const ranges = await calibrate(old, some());
    expect(() => quantizeModel(old, ranges)).toThrow(RangeError);
  });
});
