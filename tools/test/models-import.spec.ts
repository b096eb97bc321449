import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedPack } from '@rollcall/vision';
import { described, detector, Importing, recognizer } from './importing.js';
import { known } from './pack-pulling.js';
import { smallArcface } from './small-networks.js';
import { buffalo, minifasnet, picture, sha256, small, zipped, type Files } from './small-packs.js';

let importing: Importing;
beforeEach(() => {
  importing = new Importing();
});
afterEach(() => importing.end());

describe('models import, of a pack with its pack.json', () => {
  it.each([
    ['a folder', async () => importing.folder('source', described())],
    ['a zip', async () => importing.archive('own.zip', await zipped(described()))],
    [
      'a zip with a folder in it',
      async () => importing.archive('own.zip', await zipped(described(), 'own/')),
    ],
  ])('takes %s, and the real engine reads several faces with it', async (_, source) => {
    expect(await importing.take(await source())).toMatch(
      /Our own: .*models\/own\n.*MIT \(commercial use allowed\)/,
    );
    expect(importing.there).toEqual(['own']);
    expect(readdirSync(join(importing.modelsDir, 'own')).sort()).toEqual(['nets', 'pack.json', 'r.onnx']);
    // This recogniser takes one face at a time, as SFace does.
    const faces = await importing.facesIn(
      'own',
      await picture([
        [3, 3],
        [12, 12],
      ]),
    );
    expect(faces.map(({ embedding }) => embedding!.length)).toEqual([128, 128]);
  });

  it('refuses files that are not those which it pins', async () => {
    const source = importing.folder('source', { ...described(), 'r.onnx': smallArcface(128, 1, 5) });
    await expect(importing.take(source)).rejects.toThrow(/r\.onnx has sha256/);
    expect(importing.there).toEqual([]);
  });

  it('names every file that is missing', async () => {
    const { 'pack.json': text } = described();
    await expect(importing.take(importing.folder('source', { 'pack.json': text }))).rejects.toThrow(
      /lacks nets\/d\.onnx, r\.onnx, which/,
    );
    expect(importing.there).toEqual([]);
  });

  it('refuses a manifest that names files outside of the pack', async () => {
    const outside = {
      kind: 'arcface',
      file: '../../outside.onnx',
      sha256: sha256(recognizer),
      dimension: 128,
    };
    const source = importing.folder('deep/source', described({ recognizer: outside }));
    writeFileSync(join(importing.root, 'outside.onnx'), recognizer);
    await expect(importing.take(source)).rejects.toThrow(/lacks \.\.\/\.\.\/outside\.onnx/);
    expect(importing.there).toEqual([]);
  });

  it('leaves a pack of that name alone unless it is told to replace it', async () => {
    await importing.take(importing.folder('source', described()));
    const other = importing.folder('other', described({ title: 'Another' }));
    await expect(importing.take(other)).rejects.toThrow(/models\/own is there already.*--again/);
    expect(importing.manifest('own')).toMatchObject({ title: 'Our own' });
    await importing.take(other, { again: true });
    expect(importing.manifest('own')).toMatchObject({ title: 'Another' });
    expect(importing.there).toEqual(['own']);
  });

  it('calls a pack as it is told to, whatever its pack.json says', async () => {
    const source = importing.folder('source', described({ note: 'kept' }));
    expect(await importing.take(source, { name: 'ours' })).toMatch(/Our own: .*models\/ours/);
    expect(importing.there).toEqual(['ours']);
    expect(importing.manifest('ours')).toMatchObject({ name: 'ours', title: 'Our own', note: 'kept' });
    expect((await installedPack('ours', importing.modelsDir)).modelId).toMatch(/^ours@/);
    await expect(importing.take(source, { name: 'Not So/Good' })).rejects.toThrow(
      /cannot be the name of a pack/,
    );
    await expect(importing.take(source, { name: 'open' })).rejects.toThrow(/cannot be called open/);
    expect(importing.there).toEqual(['ours']);
  });

  it('takes no pack under the name of a known add-on, whether it is told to or calls itself so', async () => {
    const refused = /minifasnet is the name of an add-on.*this is a pack.*Say --name with another one/;
    const source = importing.folder('source', described());
    await expect(importing.take(source, { name: 'minifasnet' })).rejects.toThrow(refused);
    const called = importing.folder('called', described({ name: 'minifasnet' }));
    await expect(importing.take(called)).rejects.toThrow(refused);
    await expect(importing.take(called, { again: true })).rejects.toThrow(refused);
    expect(importing.there).toEqual([]);
    await importing.take(called, { name: 'ours' });
    expect(importing.there).toEqual(['ours']);
  });

  it('takes no pack that calls itself as a part of Rollcall', async () => {
    await expect(importing.take(importing.folder('source', described({ name: 'open' })))).rejects.toThrow(
      /cannot be called open/,
    );
  });
});

describe('models import, of networks alone', () => {
  it('recognises published ones by their sha256, those without a published sum by their names', async () => {
    const [l] = [small(known('buffalo_l'), buffalo, { 'buffalo_l.zip': Buffer.from('x') })];
    const catalogue = [
      {
        ...l,
        files: l.files.map((file) => (file.file === 'genderage.onnx' ? { ...file, sha256: null } : file)),
      },
    ];
    const source = importing.archive(
      'something.zip',
      await zipped({ ...buffalo, 'readme.md': Buffer.from('-') }, 'x/'),
    );
    expect(await importing.take(source, { catalogue })).toMatch(/not for commercial use/);
    expect(importing.there).toEqual(['buffalo_l']);
    expect(importing.manifest('buffalo_l')).toMatchObject({
      licence: 'InsightFace models: non-commercial research only',
      from: { checked: 'imported' },
    });
    expect(importing.manifest('buffalo_l').attributes).toHaveLength(3);
  });

  it('recognises others by what goes in and comes out, and claims no licence for them', async () => {
    const source = importing.folder('My Pack', { ...buffalo, ...minifasnet });
    await importing.take(source);
    expect(importing.manifest('my-pack')).toMatchObject({
      licence: expect.stringMatching(/not known/) as unknown,
      commercialUse: false,
      detector: { kind: 'scrfd', mean: 127.5, std: 128 },
      recognizer: { kind: 'arcface', dimension: 512, mean: 127.5, std: 127.5 },
      liveness: expect.arrayContaining([
        expect.objectContaining({ file: 'MiniFASNetV2.onnx', cropScale: 2.7 }),
        expect.objectContaining({ file: 'MiniFASNetV1SE.onnx', cropScale: 4 }),
      ]) as unknown,
      attributes: expect.arrayContaining([
        expect.objectContaining({
          kind: 'landmarks-3d-68',
          file: '1k3d68.onnx',
          inputSize: 192,
          mean: 0,
          std: 1,
        }),
        expect.objectContaining({ kind: 'landmarks-106', file: '2d106det.onnx' }),
        expect.objectContaining({ kind: 'gender-age', inputSize: 96 }),
      ]) as unknown,
    });
    expect((await importing.facesIn('my-pack', await picture([[5, 6]])))[0]!.liveness).toBeGreaterThan(0.5);
  });

  it('makes an add-on of networks that recognise nobody', async () => {
    await importing.take(importing.folder('minifasnet', minifasnet));
    expect(importing.manifest('minifasnet')).toMatchObject({ addOn: true });
    await expect(installedPack('minifasnet', importing.modelsDir)).rejects.toThrow(/is an add-on/);
  });

  it.each<[string, Files, RegExp]>([
    ['minifasnet', buffalo, /minifasnet is the name of an add-on.*this is a pack/],
    ['buffalo_l', minifasnet, /buffalo_l is the name of a pack.*this is an add-on/],
  ])('takes nothing as %s that is of another kind', async (name, files, refused) => {
    await expect(importing.take(importing.folder(name, files))).rejects.toThrow(refused);
    await expect(importing.take(importing.folder('source', files), { name })).rejects.toThrow(refused);
    expect(importing.there).toEqual([]);
  });

  it.each<[string, Files, RegExp]>([
    ['has no recogniser', { 'd.onnx': detector }, /lacks a recogniser.*d\.onnx: scrfd/],
    ['has no detector', { 'r.onnx': recognizer }, /lacks a detector/],
    ['has two', { ...buffalo, 'other.onnx': recognizer }, /several recognisers \(.*other\.onnx.*leave one/],
    ['is damaged', { ...buffalo, 'd.onnx': Buffer.from('no network at all') }, /d\.onnx is no ONNX network/],
    ['holds nothing', { 'readme.md': Buffer.from('-') }, /neither a pack\.json nor an ONNX network/],
  ])('says what to do where it %s', async (_, files, message) => {
    await expect(importing.take(importing.folder('source', files))).rejects.toThrow(message);
    expect(importing.there).toEqual([]);
  });
});
