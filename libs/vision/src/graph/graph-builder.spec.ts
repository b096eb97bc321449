import { openSession, type NumberTensor } from '../session.js';
import { float } from './attribute.js';
import { GraphBuilder } from './graph-builder.js';

async function run(graph: GraphBuilder, feeds: Record<string, NumberTensor>) {
  const session = await openSession(graph.toModel());
  try {
    return await session.run(feeds);
  } finally {
    await session.close();
  }
}

const floats = (dims: number[], ...data: number[]) => ({ dims, data: Float32Array.from(data) });

describe('GraphBuilder', () => {
  it('convolves with a bias, on images whose size is only known at run time', async () => {
    const g = new GraphBuilder('sum-of-neighbours');
    const x = g.input('x', 'float32', ['n', 1, 'height', 'width']);
    const weight = g.constant('float32', [1, 1, 2, 2], [1, 2, 3, 4]);
    g.output('y', g.conv(x, weight, g.constant('float32', [1], [100])), ['n', 1, 'h', 'w']);
    const { y } = await run(g, { x: floats([1, 1, 2, 3], 1, 2, 3, 4, 5, 6) });
    expect(y?.dims).toEqual([1, 1, 1, 2]);
    expect([...(y?.data as Float32Array)]).toEqual([100 + 1 + 4 + 12 + 20, 100 + 2 + 6 + 15 + 24]);
  });

  it('pads SAME as TensorFlow does: the odd pixel lies at the bottom and the right', async () => {
    const g = new GraphBuilder('same');
    const x = g.input('x', 'float32', [1, 1, 4, 4]);
    const ones = g.constant('float32', [1, 1, 3, 3], new Float32Array(9).fill(1));
    g.output('y', g.conv(x, ones, null, { strides: [2, 2], padding: 'same' }));
    const { y } = await run(g, { x: floats([1, 1, 4, 4], ...Array.from({ length: 16 }, (_, i) => i)) });
    // Windows start at 0 and 2 and run out of the image by one row and column at the end.
    expect([...(y?.data as Float32Array)]).toEqual([45, 39, 66, 50]);
  });

  it('convolves each channel alone when there are as many groups as channels', async () => {
    const g = new GraphBuilder('depthwise');
    const x = g.input('x', 'float32', [1, 2, 1, 2]);
    const weight = g.constant('float32', [2, 1, 1, 1], [10, -1]);
    g.output('y', g.conv(x, weight, null, { group: 2 }));
    const { y } = await run(g, { x: floats([1, 2, 1, 2], 1, 2, 3, 4) });
    expect([...(y?.data as Float32Array)]).toEqual([10, 20, -3, -4]);
  });

  it('pools, with the mean taken over pixels and not over padding', async () => {
    const g = new GraphBuilder('pools');
    const x = g.input('x', 'float32', [1, 1, 3, 3]);
    g.output('largest', g.maxPool(x, [2, 2]));
    g.output('mean', g.averagePool(x, [2, 2], { strides: [2, 2], padding: [0, 0, 1, 1] }));
    g.output('whole', g.globalAveragePool(x));
    const { largest, mean, whole } = await run(g, { x: floats([1, 1, 3, 3], 1, 2, 3, 4, 5, 6, 7, 8, 9) });
    expect([...(largest?.data as Float32Array)]).toEqual([5, 6, 8, 9]);
    expect([...(mean?.data as Float32Array)]).toEqual([3, 4.5, 7.5, 9]);
    expect([...(whole?.data as Float32Array)]).toEqual([5]);
  });

  it('calculates element by element', async () => {
    const g = new GraphBuilder('arithmetic');
    const x = g.input('x', 'float32', [3]);
    const doubled = g.div(g.mul(g.sub(g.add(x, g.scalar(1)), g.scalar(1)), g.scalar(4)), g.scalar(2));
    g.output('clipped', g.clip(doubled, -1, 3));
    g.output('relu', g.relu(doubled));
    g.output('sigmoid', g.sigmoid(g.exp(g.scalar(0))));
    g.output('above', g.cast(g.greater(doubled, g.scalar(1)), 'uint8'));
    const y = await run(g, { x: floats([3], -2, 1, 5) });
    expect([...(y.clipped?.data as Float32Array)]).toEqual([-1, 2, 3]);
    expect([...(y.relu?.data as Float32Array)]).toEqual([0, 2, 10]);
    expect((y.sigmoid?.data as Float32Array)[0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 6);
    expect(y.above?.data).toEqual(Uint8Array.from([0, 1, 1]));
  });

  it('multiplies matrices', async () => {
    const g = new GraphBuilder('matrices');
    const a = g.input('a', 'float32', [2, 2]);
    const b = g.constant('float32', [2, 2], [1, 2, 3, 4]);
    g.output('product', g.matMul(a, b));
    g.output('affine', g.gemm(a, b, g.constant('float32', [2], [1, 1]), { alpha: 2, transB: true }));
    const { product, affine } = await run(g, { a: floats([2, 2], 1, 0, 1, 1) });
    expect([...(product?.data as Float32Array)]).toEqual([1, 2, 4, 6]);
    expect([...(affine?.data as Float32Array)]).toEqual([3, 7, 7, 15]);
  });

  it('moves elements about', async () => {
    const g = new GraphBuilder('shapes');
    const x = g.input('x', 'float32', [2, 3]);
    g.output('columns', g.transpose(x, [1, 0]));
    g.output('row', g.reshape(x, [1, -1]));
    g.output('flat', g.flatten(x, 0));
    g.output('last', g.slice(x, 1, -1, 3));
    g.output('padded', g.pad(g.slice(x, 0, 0, 1), [0, 1], [1, 0]));
    g.output('twice', g.concat([x, x], 0));
    const y = await run(g, { x: floats([2, 3], 1, 2, 3, 4, 5, 6) });
    expect([...(y.columns?.data as Float32Array)]).toEqual([1, 4, 2, 5, 3, 6]);
    expect(y.row?.dims).toEqual([1, 6]);
    expect(y.flat?.dims).toEqual([1, 6]);
    expect([...(y.last?.data as Float32Array)]).toEqual([3, 6]);
    expect([...(y.padded?.data as Float32Array)]).toEqual([0, 1, 2, 3, 0, 0, 0, 0]);
    expect(y.twice?.dims).toEqual([4, 3]);
  });

  it('takes bytes and 64-bit integers', async () => {
    const g = new GraphBuilder('types');
    const pixels = g.input('pixels', 'uint8', ['n']);
    const count = g.input('count', 'int64', [1]);
    g.output('bright', g.mul(g.cast(pixels, 'float32'), g.scalar(0.5)));
    g.output('next', g.add(count, g.constant('int64', [1], [1])));
    const y = await run(g, {
      pixels: { dims: [2], data: Uint8Array.from([255, 1]) },
      count: { dims: [1], data: BigInt64Array.from([2n ** 40n]) },
    });
    expect([...(y.bright?.data as Float32Array)]).toEqual([127.5, 0.5]);
    expect(y.next?.data).toEqual(BigInt64Array.from([2n ** 40n + 1n]));
  });

  it('writes operators that it has no method for, with several outputs, omitted inputs and float attributes', async () => {
    const g = new GraphBuilder('generic');
    const x = g.input('x', 'float32', [4]);
    const [first, second] = g.ops(2, 'Split', [x], { axis: 0 });
    g.output('low', g.op('LeakyRelu', [first!], { alpha: float(0.5) }));
    g.output('high', g.op('Clip', [second!, null, g.scalar(3)]));
    const { low, high } = await run(g, { x: floats([4], -2, 2, 3, 9) });
    expect([...(low?.data as Float32Array)]).toEqual([-1, 2]);
    expect([...(high?.data as Float32Array)]).toEqual([3, 3]);
  });
});

describe('GraphBuilder refuses', () => {
  const g = new GraphBuilder('wrong');
  const x = g.input('x', 'float32', [1]);

  it('a constant whose elements do not fill its shape', () => {
    expect(() => g.constant('float32', [2, 2], [1, 2, 3])).toThrow(
      '[2, 2] of float32 does not fit 3 elements',
    );
  });

  it('two values of one name', () => {
    expect(() => g.input('x', 'float32', [1])).toThrow('already has a value named x');
  });

  it('a fraction where an integer attribute is meant', () => {
    expect(() => g.op('LeakyRelu', [x], { alpha: 0.5 })).toThrow('attribute alpha: 0.5 is not an integer');
  });
});
