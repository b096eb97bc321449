import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphBuilder } from '../graph/graph-builder.js';
import { openFaster } from './faster-session.js';

/** Multiplies large matrices so many times, and says how often. */
function multiplying(times: number): Uint8Array {
  const g = new GraphBuilder('busy');
  let x = g.input('x', 'float32', [256, 256]);
  for (let i = 0; i < times; i++) x = g.matMul(x, x);
  g.output(`after ${times}`, x);
  return g.toModel();
}

describe('openFaster', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'faster-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('keeps the network that takes less time here, wherever it stands in the list', async () => {
    const paths = await Promise.all(
      [40, 1].map(async (times) => {
        const path = join(folder, `${times}.onnx`);
        await writeFile(path, multiplying(times));
        return path;
      }),
    );
    const input = { data: new Float32Array(256 * 256), dims: [256, 256] };
    for (const order of [paths, [...paths].reverse()]) {
      const session = await openFaster(order, input, {});
      expect(session.outputNames).toEqual(['after 1']);
      await session.close();
    }
  });
});
