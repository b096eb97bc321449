import { openSession } from '../session.js';
import { GraphBuilder } from './graph-builder.js';
import { decodeModel, encodeModel, type NodeProto } from './model-proto.js';

function doubling(): Uint8Array {
  const g = new GraphBuilder('doubling');
  g.output('y', g.mul(g.input('x', 'float32', ['n', 2]), g.scalar(2)));
  return g.toModel();
}

describe('model', () => {
  it('comes back from its bytes as it was written', () => {
    const model = decodeModel(doubling());
    expect(model.graph?.node?.map((node) => node.opType)).toEqual(['Mul', 'Identity']);
    expect(model.graph?.input?.[0]?.type?.tensorType?.shape?.dim?.[0]?.dimParam).toBe('n');
    expect(Number(model.opsetImport?.[0]?.version)).toBe(17);
    expect(Buffer.from(encodeModel(model))).toEqual(Buffer.from(doubling()));
  });

  it('can be given another node and runs', async () => {
    const model = decodeModel(doubling());
    const root: NodeProto = { opType: 'Sqrt', name: 'root', input: ['y'], output: ['root'] };
    model.graph!.node!.push(root);
    model.graph!.output![0]!.name = 'root';
    const session = await openSession(encodeModel(model));
    const outputs = await session.run({ x: { dims: [1, 2], data: Float32Array.from([8, 18]) } });
    await session.close();
    expect([...(outputs.root?.data as Float32Array)]).toEqual([4, 6]);
  });

  it('is refused when the bytes hold no graph', () => {
    expect(() => decodeModel(new Uint8Array())).toThrow('holds no graph');
    expect(() => decodeModel(Uint8Array.from([0x3a, 0x7f, 0x01]))).toThrow();
  });
});
