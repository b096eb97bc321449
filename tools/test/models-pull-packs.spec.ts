import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '../src/models/catalogue/catalogue.js';
import { filesOf, PackPulling, sourceOf } from './pack-pulling.js';
import { buffalo, minifasnet, picture, sha256, small, zipped } from './small-packs.js';

let pulling: PackPulling;
beforeEach(async () => {
  pulling = await PackPulling.start();
});
afterEach(() => pulling.stop());

const folder = (name = 'buffalo_l') => join(pulling.modelsDir, name);
const manifest = (name?: string) =>
  JSON.parse(readFileSync(join(folder(name), 'pack.json'), 'utf8')) as Record<string, unknown>;
const accepted = { acceptLicence: true };

describe('models pull <pack>', () => {
  it('brings a pack that the real engine opens and reads faces with', async () => {
    await pulling.pull('buffalo_l', accepted);
    expect(pulling.there).toEqual(['buffalo_l']);
    expect(filesOf(folder())).toEqual([...Object.keys(buffalo), 'pack.json'].sort());
    const { faces } = await pulling.read('buffalo_l', await picture([[5, 6]]));
    expect(faces.map(({ embedding }) => embedding!.length)).toEqual([512]);
    expect(manifest()).toMatchObject({
      name: 'buffalo_l',
      commercialUse: false,
      detector: { kind: 'scrfd', mean: 127.5, std: 128 },
      recognizer: { kind: 'arcface', dimension: 512, mean: 127.5, std: 127.5 },
      from: { checked: 'published' },
    });
  });

  it('takes the name with a dash, and says that it is there the second time', async () => {
    await pulling.pull('buffalo-l', accepted);
    const { given } = pulling.server;
    await pulling.pull('buffalo_l');
    expect(pulling.said.join()).toMatch(/is there already: .*buffalo_l\. --again/);
    expect(pulling.server.given).toBe(given);
  });

  it('takes archives whose files lie in a folder, as that of antelopev2', async () => {
    const archive = await zipped(buffalo, 'buffalo_l/');
    pulling.server.file = archive;
    const catalogue = [small(pulling.catalogue[0]!, buffalo, { 'buffalo_l.zip': archive })];
    await pulling.pull('buffalo_l', { ...accepted, catalogue });
    expect(filesOf(folder())).toContain('det_10g.onnx');
  });
});

it('lets two commands at once place one pack, and says to the later one what happened', async () => {
  const both = await Promise.allSettled([
    pulling.pull('buffalo_l', accepted),
    pulling.pull('buffalo_l', accepted),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const { reason } = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(String(reason)).toMatch(/was placed by another command meanwhile/);
  expect(pulling.there).toEqual(['buffalo_l']);
});

describe('the licence', () => {
  it('is shown and asked for before a byte comes', async () => {
    await expect(pulling.pull('buffalo_l')).rejects.toThrow(
      /was not accepted, so nothing was pulled.*--accept-licence/,
    );
    expect(pulling.said.join('\n')).toMatch(
      /non-commercial research only \(not for commercial use\)\. Its text: https:/,
    );
    expect(pulling.asked).toEqual([expect.stringContaining('Do you accept this licence')]);
    expect(pulling.server.requests).toBe(0);
  });

  it('is accepted at the terminal', async () => {
    pulling.answer = true;
    await pulling.pull('buffalo_l');
    expect(pulling.there).toEqual(['buffalo_l']);
  });

  it('is shown and not asked for where commercial use is allowed', async () => {
    await pulling.pull('minifasnet');
    expect(pulling.said.join('\n')).toMatch(/Licence: Apache-2\.0 \(commercial use allowed\)/);
    expect(pulling.asked).toEqual([]);
  });
});

describe('a connection that breaks', () => {
  it('is made anew, and only what is missing comes again', async () => {
    const { server, archive } = pulling;
    server.manner = { breaksAfter: Math.ceil(archive.length / 3) };
    await pulling.pull('buffalo_l', accepted);
    // One byte more for each look at whether the file is there.
    expect(server.given).toBeLessThan(archive.length + 100);
    expect(server.requests).toBeGreaterThan(3);
    expect(filesOf(folder())).toContain('w600k_r50.onnx');
  });

  it('for good leaves a part that the next command goes on with', async () => {
    const { server, archive } = pulling;
    server.manner = { diesAfter: Math.ceil(archive.length / 2) };
    await expect(pulling.pull('buffalo_l', accepted)).rejects.toThrow(
      /run the command again: it goes on where it stopped/,
    );
    expect(pulling.there).toEqual([
      expect.stringMatching(/^\.buffalo_l\.buffalo_l\.zip-[0-9a-f]{12}\.part$/),
    ]);
    server.manner = {};
    server.given = 0;
    await pulling.pull('buffalo_l', accepted);
    expect(pulling.said.join()).toMatch(/going on where it stopped/);
    expect(server.given).toBeLessThan(archive.length * 0.6);
    expect(pulling.there).toEqual(['buffalo_l']);
  });
});

describe('what is not the published file', () => {
  it('is not used, and nothing of it stays', async () => {
    const damaged = Buffer.from(pulling.archive);
    damaged[100]! ^= 1;
    pulling.server.file = damaged;
    await expect(pulling.pull('buffalo_l', accepted)).rejects.toThrow(
      /has sha256 .* is due.*Nothing of it is used/,
    );
    expect(pulling.there).toEqual([]);
  });

  it('is told by its size before it comes', async () => {
    pulling.server.file = Buffer.concat([pulling.archive, Buffer.alloc(10)]);
    await expect(pulling.pull('buffalo_l', accepted)).rejects.toThrow(
      /where \d+ are due: it is another file/,
    );
    expect(pulling.server.given).toBeLessThan(100);
  });

  it('does not take the place of a pack that is there', async () => {
    await pulling.pull('buffalo_l', accepted);
    const damaged = Buffer.from(pulling.archive);
    damaged[100]! ^= 1;
    pulling.server.file = damaged;
    await expect(pulling.pull('buffalo_l', { ...accepted, again: true })).rejects.toThrow(/is due/);
    const { faces } = await pulling.read('buffalo_l', await picture([[5, 6]]));
    expect(faces).toHaveLength(1);
    expect(pulling.there).toEqual(['buffalo_l']);
  });

  it('is pinned by what came first where no sum is published, and the user is told', async () => {
    const [pack] = pulling.catalogue;
    const catalogue = [
      {
        ...pack!,
        files: pack!.files.map((file) => ({ ...file, sha256: null })),
        downloads: pack!.downloads.map((download) => ({ ...download, sha256: null })),
      },
    ];
    await pulling.pull('buffalo_l', { ...accepted, catalogue });
    expect(pulling.said.join('\n')).toMatch(
      /No sha256 of these files is published: they are pinned as they came/,
    );
    expect(pulling.said).toContainEqual(`  det_10g.onnx: ${sha256(buffalo['det_10g.onnx'])}`);
    expect(manifest()).toMatchObject({ from: { checked: 'first-use' } });
  });
});

describe('MODEL_MIRROR', () => {
  it('may be a folder, with the file as its host has it or plainly', async () => {
    const mirror = join(pulling.root, 'mirror');
    mkdirSync(mirror);
    await expect(pulling.pull('buffalo_l', { ...accepted, mirror })).rejects.toThrow(
      /buffalo_l\.zip is at none of these places: .*mirror.*MODEL_MIRROR.*models import/,
    );
    writeFileSync(join(mirror, 'buffalo_l.zip'), pulling.archive);
    await pulling.pull('buffalo_l', { ...accepted, mirror });
    expect(pulling.there).toEqual(['buffalo_l']);
    expect(pulling.server.requests).toBe(0);
    expect(sourceOf('buffalo_l')).toMatch(/releases\/download\/v0\.7\/buffalo_l\.zip$/);
  });

  it('that is down is said with what to do', async () => {
    await expect(pulling.pull('minifasnet', { mirror: 'http://127.0.0.1:9' })).rejects.toThrow(
      /cannot be reached \(.*\)\. Check the network/,
    );
  });
});

describe('names', () => {
  it('that are not known are answered with those that are', async () => {
    await expect(pulling.pull('buffalo_xl')).rejects.toThrow(
      /No pack called buffalo_xl.*vgg16, buffalo_l, minifasnet/,
    );
    await expect(pulling.pull('open')).rejects.toThrow(/comes with Rollcall/);
  });

  it('that something else lies under are left alone', async () => {
    mkdirSync(folder(), { recursive: true });
    writeFileSync(join(folder(), 'mine.txt'), 'mine');
    await expect(pulling.pull('buffalo_l', accepted)).rejects.toThrow(
      /is there, but cannot be used.*--again/,
    );
    expect(filesOf(folder())).toEqual(['mine.txt']);
    await pulling.pull('buffalo_l', { ...accepted, again: true });
    expect(filesOf(folder())).not.toContain('mine.txt');
    expect(pulling.there).toEqual(['buffalo_l']);
  });
});

describe('the add-on minifasnet', () => {
  it('lends liveness to a pack that has none', async () => {
    await pulling.pull('buffalo_l', accepted);
    const image = await picture([[5, 6]]);
    expect((await pulling.read('buffalo_l', image)).faces[0]!.liveness).toBeNull();
    await pulling.pull('minifasnet');
    const softmax = (logit: number) => Math.exp(logit) / (Math.exp(logit) + 2);
    const { faces } = await pulling.read('buffalo_l', image);
    expect(faces[0]!.liveness).toBeCloseTo((softmax(2) + softmax(4)) / 2, 5);
    expect(manifest('minifasnet')).toMatchObject({
      addOn: true,
      liveness: [{ cropScale: 2.7 }, { cropScale: 4 }],
    });
    expect(Object.keys(minifasnet)).toHaveLength(2);
  });
});

const real = process.env['MODELS_DIR'] ?? '';
const describeReal = real ? describe : describe.skip; // needs the pack arcface-mbf in MODELS_DIR, and photos beside it
describeReal('models pull arcface-mbf, of real networks from a mirror', () => {
  it('brings them as the catalogue pins them, and the engine recognises with them', async () => {
    await expect(pulling.pull('arcface-mbf', { catalogue: CATALOGUE, mirror: undefined })).rejects.toThrow(
      /Nobody publishes arcface-mbf.*models import/,
    );
    await pulling.pull('arcface-mbf', { ...accepted, catalogue: CATALOGUE, mirror: real });
    expect(manifest('arcface-mbf')).toMatchObject({ from: { checked: 'published' } });
    const photo = readFileSync(join(real, '..', 'photos', 'groups', 'linzaer_13.jpg'));
    const { faces } = await pulling.read('arcface-mbf', photo);
    expect(faces.map(({ embedding }) => embedding!.length)).toEqual([128, 128]);
    for (const { liveness } of faces) expect(liveness).toBeGreaterThanOrEqual(0);
  });
});
