import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPack, packFilePath } from './model-pack.js';
import { PackError } from './pack-error.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const detector = { kind: 'scrfd', file: 'detector.onnx', sha256: sha256('detector') };
const recognizer = { kind: 'arcface', file: 'recognizer.onnx', sha256: sha256('recognizer'), dimension: 128 };
const manifest = { name: 'toy', title: 'Toy', licence: 'MIT', commercialUse: true, detector, recognizer };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pack-'));
  await writeFile(join(folder, 'detector.onnx'), 'detector');
  await writeFile(join(folder, 'recognizer.onnx'), 'recognizer');
});
afterEach(() => rm(folder, { recursive: true }));

const write = (content: unknown) =>
  writeFile(join(folder, 'pack.json'), typeof content === 'string' ? content : JSON.stringify(content));
const fault = async () => {
  const error: unknown = await loadPack(folder).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PackError);
  expect((error as PackError).message).not.toContain('\n');
  return error as PackError;
};

describe('loadPack', () => {
  it('gives a verified pack with its defaults and its model id', async () => {
    await write(manifest);
    const pack = await loadPack(folder);
    expect(pack).toMatchObject({ name: 'toy', licence: 'MIT', commercialUse: true, dimension: 128 });
    expect(pack.modelId).toBe(`toy@${sha256('recognizer').slice(0, 12)}`);
    expect(pack.manifest.detector).toMatchObject({ inputSizes: [640, 320] });
    expect(packFilePath(pack, pack.manifest.recognizer)).toBe(join(folder, 'recognizer.onnx'));
    expect(structuredClone(pack)).toEqual(pack);
  });

  it('says where no pack is', async () => {
    expect(await fault()).toMatchObject({ code: 'PACK_NOT_FOUND', message: expect.stringContaining(folder) });
  });

  it.each([
    ['no JSON', '{', /JSON/],
    ['an unknown kind of stage', { ...manifest, detector: { ...detector, kind: 'magic' } }, /detector\.kind/],
    ['a missing title', { ...manifest, title: undefined }, /title/],
    [
      'a checksum that is none',
      { ...manifest, detector: { ...detector, sha256: 'abc' } },
      /64 lower-case hex/,
    ],
    ['a name with a slash', { ...manifest, name: '../up' }, /name/],
    ['a file outside the folder', { ...manifest, detector: { ...detector, file: '../x.onnx' } }, /outside/],
  ])('refuses a manifest with %s', async (_, content, message) => {
    await write(content);
    expect(await fault()).toMatchObject({ code: 'PACK_INVALID', message: expect.stringMatching(message) });
  });

  it('names a file that is missing', async () => {
    await write({ ...manifest, detector: { ...detector, file: 'other.onnx' } });
    expect(await fault()).toMatchObject({
      code: 'PACK_NOT_FOUND',
      message: expect.stringContaining('other.onnx'),
    });
  });

  it('refuses a file that is not the pinned one, liveness files included', async () => {
    const liveness = [
      { kind: 'minifasnet', file: 'net.onnx', sha256: sha256('real'), cropScale: 2.7, inputSize: 80 },
    ];
    await writeFile(join(folder, 'net.onnx'), 'swapped');
    await write({ ...manifest, liveness });
    expect(await fault()).toMatchObject({
      code: 'PACK_CHECKSUM',
      message: expect.stringContaining('net.onnx'),
    });
  });

  it('finds files of installed packages', async () => {
    await write({ ...manifest, detector: { ...detector, file: 'npm:zod/package.json' } });
    expect(await fault()).toMatchObject({ code: 'PACK_CHECKSUM' });
    await write({ ...manifest, detector: { ...detector, file: 'npm:not-installed/x.bin' } });
    expect(await fault()).toMatchObject({
      code: 'PACK_NOT_FOUND',
      message: expect.stringContaining('npm ci'),
    });
  });
});
