import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadStyleNetwork } from '@rollcall/vision';
import { file, Pulling, sha256, source } from './pulling.js';

let pulling: Pulling;
beforeEach(async () => void (pulling = await Pulling.start()));
afterEach(() => pulling.stop());

const described = () =>
  JSON.parse(readFileSync(join(pulling.folder, 'network.json'), 'utf8')) as { from: { checked: string } };

describe('models pull vgg16, where weights are there', () => {
  it('refuses those that have another sum than is asked for', async () => {
    const { network } = await pulling.pull();
    await expect(pulling.pull({ sha256: 'a'.repeat(64) })).rejects.toThrow(
      `have sha256 ${network.sha256}, and ${'a'.repeat(64)} is asked for`,
    );
    expect(await pulling.pull({ sha256: network.sha256.toUpperCase() })).toMatchObject({ checked: null });
    expect(await loadStyleNetwork(pulling.folder)).toEqual(network);
  });

  it('takes a sum in capitals for the same', async () => {
    const { network } = await pulling.pull();
    const told = await pulling.pull({ again: true, sha256: network.sha256.toUpperCase() });
    expect(told.checked?.by).toBe('told');
  });

  it('reads the whole file where only a part of it was seen, and once only', async () => {
    await pulling.pull();
    expect(described().from.checked).toBe('first-use');
    expect((await pulling.pull({ whole: true })).checked?.by).toBe('published');
    expect(described().from.checked).toBe('published');
    expect((await pulling.pull({ whole: true })).checked).toBeNull();
  });

  it('leaves the file in use where it is until another is described', async () => {
    const { network } = await pulling.pull();
    const other = Buffer.from(file);
    other.write('different', 8 + Number(file.readBigUInt64LE()) + 10);
    pulling.server.file = other;
    const next = await pulling.pull({ again: true });
    expect(next.network.sha256).not.toBe(network.sha256);
    expect(sha256(readFileSync(network.path))).toBe(network.sha256);
  });
});

describe('what is said of weights that are published as they are placed', () => {
  /** A published file that has nothing but what is needed. */
  async function slim() {
    const { network } = await pulling.pull();
    const bytes = readFileSync(network.path);
    renameSync(pulling.folder, `${pulling.folder}-before`);
    pulling.server.file = bytes;
    return bytes;
  }

  it('is compared with the published sum, whatever sum is asked for', async () => {
    const bytes = await slim();
    const wrong = { ...source, sha256: 'b'.repeat(64) };
    await expect(pulling.pull({ sources: [wrong], sha256: sha256(bytes) })).rejects.toThrow(
      `where ${'b'.repeat(64)} is due`,
    );
    const right = { ...source, sha256: sha256(bytes) };
    expect((await pulling.pull({ sources: [right], sha256: sha256(bytes) })).checked?.by).toBe('published');
  });
});

describe('two commands at once', () => {
  it('both bring the weights', async () => {
    const [one, two] = await Promise.all([pulling.pull(), pulling.pull()]);
    expect(one.network).toEqual(two.network);
    expect(readdirSync(pulling.folder).sort()).toEqual([one.network.file, 'network.json'].sort());
  });

  it('go on from what a command left that was killed', async () => {
    pulling.server.manner = { diesAfter: 4_000_000 };
    await expect(pulling.pull()).rejects.toThrow('cannot be reached');
    const [part] = pulling.parts;
    const dead = 2 ** 22 + 1; // more than Linux numbers processes by
    renameSync(join(pulling.folder, part!), join(pulling.folder, part!.replace('.part', `.${dead}-ab.part`)));
    pulling.server.manner = {};
    await pulling.pull();
    expect(pulling.begun[0]?.had).toBeGreaterThan(3_000_000);
    expect(pulling.parts).toEqual([]);
  });

  it('leave what another command works on alone', async () => {
    await pulling.pull();
    const others = `.published-${'0'.repeat(12)}.${process.ppid}-ab.part`;
    writeFileSync(join(pulling.folder, others), 'half');
    await pulling.pull({ again: true });
    expect(readFileSync(join(pulling.folder, others), 'utf8')).toBe('half');
  });
});
