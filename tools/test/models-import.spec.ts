import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { FaceEngine, installedPack } from '@rollcall/vision';
import { ZipFile } from 'yazl';
import { CATALOGUE } from '../src/models/catalogue/catalogue.js';
import { importPackCommand } from '../src/models/packs/import-command.js';
import type { ImportOrder } from '../src/models/packs/import-room.js';
import { known } from './pack-pulling.js';
import { smallArcface } from './small-networks.js';
import { buffalo, minifasnet, picture, sha256, small, zipped, type Files } from './small-packs.js';

let root: string;
let modelsDir: string;
let said: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'import-'));
  modelsDir = join(root, 'models');
});
afterEach(() => rmSync(root, { recursive: true }));

/** Writes a zip beside the folder of the packs. */
function archive(name: string, bytes: Uint8Array): string {
  writeFileSync(join(root, name), bytes);
  return join(root, name);
}

function folder(name: string, files: Files): string {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(join(root, name, path, '..'), { recursive: true });
    writeFileSync(join(root, name, path), bytes);
  }
  return join(root, name);
}

async function take(source: string, order: Partial<ImportOrder> = {}): Promise<string> {
  said = [];
  await importPackCommand(
    { source, modelsDir, catalogue: CATALOGUE, ...order },
    (line) => void said.push(line),
  );
  return said.join('\n');
}

const there = () => (existsSync(modelsDir) ? readdirSync(modelsDir).sort() : []);
const manifest = (name: string) =>
  JSON.parse(readFileSync(join(modelsDir, name, 'pack.json'), 'utf8')) as Record<string, unknown>;

async function facesIn(name: string, image: Uint8Array) {
  const engine = await FaceEngine.open(await installedPack(name, modelsDir));
  try {
    return (await engine.read(image, { liveness: 'all' })).faces;
  } finally {
    await engine.close();
  }
}

const [detector, recognizer] = [buffalo['det_10g.onnx'], smallArcface(128, 1)];
const described = (changes: object = {}) => ({
  'nets/d.onnx': detector,
  'r.onnx': recognizer,
  'README.txt': Buffer.from('about it'),
  'pack.json': Buffer.from(
    JSON.stringify({
      name: 'own',
      title: 'Our own',
      licence: 'MIT',
      commercialUse: true,
      detector: { kind: 'scrfd', file: 'nets/d.onnx', sha256: sha256(detector) },
      recognizer: { kind: 'arcface', file: 'r.onnx', sha256: sha256(recognizer), dimension: 128 },
      ...changes,
    }),
  ),
});

describe('models import, of a pack with its pack.json', () => {
  it.each([
    ['a folder', async () => folder('source', described())],
    ['a zip', async () => archive('own.zip', await zipped(described()))],
    ['a zip with a folder in it', async () => archive('own.zip', await zipped(described(), 'own/'))],
  ])('takes %s, and the real engine reads several faces with it', async (_, source) => {
    expect(await take(await source())).toMatch(/Our own: .*models\/own\n.*MIT \(commercial use allowed\)/);
    expect(there()).toEqual(['own']);
    expect(readdirSync(join(modelsDir, 'own')).sort()).toEqual(['nets', 'pack.json', 'r.onnx']);
    // This recogniser takes one face at a time, as SFace does.
    const faces = await facesIn(
      'own',
      await picture([
        [3, 3],
        [12, 12],
      ]),
    );
    expect(faces.map(({ embedding }) => embedding!.length)).toEqual([128, 128]);
  });

  it('refuses files that are not those which it pins', async () => {
    const source = folder('source', { ...described(), 'r.onnx': smallArcface(128, 1, 5) });
    await expect(take(source)).rejects.toThrow(/r\.onnx has sha256/);
    expect(there()).toEqual([]);
  });

  it('names every file that is missing', async () => {
    const { 'pack.json': text } = described();
    await expect(take(folder('source', { 'pack.json': text }))).rejects.toThrow(
      /lacks nets\/d\.onnx, r\.onnx, which/,
    );
    expect(there()).toEqual([]);
  });

  it('refuses a manifest that names files outside of the pack', async () => {
    const outside = {
      kind: 'arcface',
      file: '../../outside.onnx',
      sha256: sha256(recognizer),
      dimension: 128,
    };
    const source = folder('deep/source', described({ recognizer: outside }));
    writeFileSync(join(root, 'outside.onnx'), recognizer);
    await expect(take(source)).rejects.toThrow(/lacks \.\.\/\.\.\/outside\.onnx/);
    expect(there()).toEqual([]);
  });

  it('leaves a pack of that name alone unless it is told to replace it', async () => {
    await take(folder('source', described()));
    const other = folder('other', described({ title: 'Another' }));
    await expect(take(other)).rejects.toThrow(/models\/own is there already.*--again/);
    expect(manifest('own')).toMatchObject({ title: 'Our own' });
    await take(other, { again: true });
    expect(manifest('own')).toMatchObject({ title: 'Another' });
    expect(there()).toEqual(['own']);
  });

  it('takes no pack that calls itself as a part of Rollcall', async () => {
    await expect(take(folder('source', described({ name: 'open' })))).rejects.toThrow(
      /cannot be called open/,
    );
  });
});

describe('models import, of networks alone', () => {
  it('recognises published ones by their sha256, those without a published sum by their names', async () => {
    const [l] = [small(known('buffalo_l'), buffalo, { 'buffalo_l.zip': Buffer.from('x') })];
    const catalogue = [
      {
        ...l!,
        files: l!.files.map((file) => (file.file === 'genderage.onnx' ? { ...file, sha256: null } : file)),
      },
    ];
    const source = archive(
      'something.zip',
      await zipped({ ...buffalo, 'readme.md': Buffer.from('-') }, 'x/'),
    );
    expect(await take(source, { catalogue })).toMatch(/not for commercial use/);
    expect(there()).toEqual(['buffalo_l']);
    expect(manifest('buffalo_l')).toMatchObject({
      licence: 'InsightFace models: non-commercial research only',
      from: { checked: 'imported' },
    });
    expect(manifest('buffalo_l').attributes).toHaveLength(3);
  });

  it('recognises others by what goes in and comes out, and claims no licence for them', async () => {
    const source = folder('My Pack', { ...buffalo, ...minifasnet });
    await take(source);
    expect(manifest('my-pack')).toMatchObject({
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
    expect((await facesIn('my-pack', await picture([[5, 6]])))[0]!.liveness).toBeGreaterThan(0.5);
  });

  it('makes an add-on of networks that recognise nobody', async () => {
    await take(folder('minifasnet', minifasnet));
    expect(manifest('minifasnet')).toMatchObject({ addOn: true });
    await expect(installedPack('minifasnet', modelsDir)).rejects.toThrow(/is an add-on/);
  });

  it.each<[string, Files, RegExp]>([
    ['has no recogniser', { 'd.onnx': detector }, /lacks a recogniser.*d\.onnx: scrfd/],
    ['has no detector', { 'r.onnx': recognizer }, /lacks a detector/],
    ['has two', { ...buffalo, 'other.onnx': recognizer }, /several recognisers \(.*other\.onnx.*leave one/],
    ['is damaged', { ...buffalo, 'd.onnx': Buffer.from('no network at all') }, /d\.onnx is no ONNX network/],
    ['holds nothing', { 'readme.md': Buffer.from('-') }, /neither a pack\.json nor an ONNX network/],
  ])('says what to do where it %s', async (_, files, message) => {
    await expect(take(folder('source', files))).rejects.toThrow(message);
    expect(there()).toEqual([]);
  });
});

describe('models import, of what is no honest pack', () => {
  it('refuses a zip whose paths climb out of it', async () => {
    // No writer of zips puts such a path in: it is put in afterwards, at the same length.
    const honest = await zipped({ ...described(), 'aa/evil.onnx': detector });
    const evil = Buffer.from(honest.toString('latin1').replaceAll('aa/evil.onnx', '../evil.onnx'), 'latin1');
    await expect(take(archive('evil.zip', evil))).rejects.toThrow(
      /cannot be read as a zip \(.*relative path/,
    );
    expect(existsSync(join(root, 'evil.onnx'))).toBe(false);
    expect(there()).toEqual([]);
  });

  it('refuses sizes that no pack has before it unpacks anything', async () => {
    const source = folder('source', described());
    truncateSync(join(source, 'r.onnx'), 3 * 2 ** 30);
    await expect(take(source)).rejects.toThrow(/r\.onnx of more than 2 GB/);
    const many = Object.fromEntries(Array.from({ length: 1100 }, (_, i) => [`${i}.txt`, Buffer.from('-')]));
    await expect(take(archive('many.zip', await zipped(many)))).rejects.toThrow(/more than 1000 files/);
  });

  it('refuses a zip whose entries are larger than they say', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.alloc(100_000), 'd.onnx', { compress: true });
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])); // the entry in the central directory
    bytes.writeUInt32LE(100, at + 24);
    await expect(take(archive('bomb.zip', bytes))).rejects.toThrow(/too many bytes.*Nothing was placed/);
    expect(there()).toEqual([]);
  });

  it.each([
    ['is not there', () => join(root, 'none.zip'), /There is no folder or zip/],
    ['is no zip', () => archive('text.zip', Buffer.from('hello')), /cannot be read as a zip/],
  ])('says so where it %s', async (_, source, message) => {
    await expect(take(source())).rejects.toThrow(message);
  });
});

describe('a command that is killed', () => {
  const dead = () => spawnSync(process.execPath, ['-e', '0']).pid;

  it('leaves nothing that a server would see, and the next one tidies', async () => {
    const source = folder('source', described());
    const large = join(source, 'large.onnx');
    writeFileSync(large, '');
    truncateSync(large, 1_500_000_000); // A hole: it takes no room and a while to copy.
    const text = readFileSync(join(source, 'pack.json'), 'utf8');
    const liveness = [
      { kind: 'minifasnet', file: 'large.onnx', sha256: '0'.repeat(64), cropScale: 4, inputSize: 80 },
    ];
    writeFileSync(join(source, 'pack.json'), JSON.stringify({ ...JSON.parse(text), liveness }));
    const main = join(import.meta.dirname, '../dist/main.js');
    const env = { ...process.env, MODELS_DIR: modelsDir, DATA_DIR: root, INIT_CWD: root };
    const command = spawn(process.execPath, [main, 'models', 'import', source], { env, stdio: 'ignore' });
    const half = () => there().some((name) => existsSync(join(modelsDir, name, 'large.onnx')));
    for (let waited = 0; !half() && waited < 20_000; waited += 5) await setTimeout(5);
    command.kill('SIGKILL');
    await once(command, 'exit');
    expect(there()).toEqual([expect.stringMatching(/^\.placing-.*\.part$/)]);
    await take(folder('whole', described()));
    expect(there()).toEqual(['own']);
  });

  it('while it replaced a pack gives the one before back', async () => {
    await take(folder('source', described()));
    const aside = join(modelsDir, `.replaced-other.${dead()}-0123abcd.part`);
    mkdirSync(aside);
    await take(folder('source', described()), { again: true });
    expect(there()).toEqual(['other', 'own']);
  });
});
