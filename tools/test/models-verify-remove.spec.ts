import { appendFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelList } from '@rollcall/contracts';
import { importPackCommand } from '../src/models/packs/import-command.js';
import { removeCommand, type RemoveOptions } from '../src/models/packs/remove-command.js';
import { availablePacks, installedPacks } from '../src/models/packs/list-packs.js';
import { CATALOGUE } from '../src/models/catalogue/catalogue.js';
import { verifyCommand } from '../src/models/packs/verify-command.js';
import { PackPulling } from './pack-pulling.js';

let pulling: PackPulling;
let said: string[];
const say = (line: string) => void said.push(line);
beforeEach(async () => {
  said = [];
  pulling = await PackPulling.start();
  await pulling.pull('buffalo_l', { acceptLicence: true });
  await pulling.pull('minifasnet');
});
afterEach(() => pulling.stop());

/** As somebody who copied them there by hand. */
const placeWeights = () => {
  mkdirSync(join(pulling.modelsDir, 'vgg16'));
  writeFileSync(join(pulling.modelsDir, 'vgg16', 'vgg16_conv1_1-conv3_3.safetensors'), 'other weights');
};
const verify = (name: string) => verifyCommand(name, pulling.modelsDir, say);

describe('models verify', () => {
  it('finds a pack, an add-on and the shipped pack as they were placed', async () => {
    expect([await verify('buffalo_l'), await verify('minifasnet'), await verify('open')]).toEqual([0, 0, 0]);
    expect(said.join('\n')).toMatch(/ok +det_10g\.onnx +[0-9a-f]{64}/);
  });

  it('names each file that is not, in its exit code too', async () => {
    appendFileSync(join(pulling.modelsDir, 'buffalo_l', 'genderage.onnx'), 'x');
    rmSync(join(pulling.modelsDir, 'buffalo_l', '2d106det.onnx'));
    expect(await verify('buffalo_l')).toBe(1);
    expect(said.filter((line) => line.startsWith('WRONG'))).toEqual([
      expect.stringMatching(/2d106det\.onnx is missing/),
      expect.stringMatching(/genderage\.onnx has sha256 .*, pack\.json pins/),
    ]);
    expect(said.at(-1)).toMatch(/2 of 5 files .* "models pull buffalo_l --again"/);
  });

  it.each(['other', 'vgg16'])('says that %s is not installed', async (name) => {
    await expect(verify(name)).rejects.toThrow(
      new RegExp(`^${name} is not installed in .*models\\. "models list" says what is\\.$`),
    );
  });

  it("judges the studio's weights that lie there without a description", async () => {
    placeWeights();
    await expect(verify('vgg16')).rejects.toThrow(/vgg16_conv1_1-conv3_3\.safetensors.*sha256/s);
  });

  it.each([
    [
      'buffalo_l',
      '"models pull buffalo_l --again" or "models import <zip or folder> --name buffalo_l --again"',
    ],
    ['mine', '"models import <zip or folder> --name mine --again"'],
    // Nobody publishes it.
    ['arcface-mbf', '"models import <zip or folder> --name arcface-mbf --again"'],
  ])('advises for a damaged %s what works for it', async (name, advice) => {
    const folder = join(pulling.modelsDir, name);
    if (name !== 'buffalo_l') cpSync(join(pulling.modelsDir, 'buffalo_l'), folder, { recursive: true });
    appendFileSync(join(folder, 'genderage.onnx'), 'x');
    expect(await verify(name)).toBe(1);
    expect(said.at(-1)).toMatch(/1 of 5 files are not those of the pack: it will not be used\. /);
    expect(said.at(-1)!.split('will not be used. ')[1]).toBe(`${advice} puts it right.`);
  });

  it('is put right by what it advises for a pack under another name', async () => {
    const source = join(pulling.modelsDir, 'buffalo_l');
    const order = { source, modelsDir: pulling.modelsDir, catalogue: CATALOGUE, name: 'mine' };
    await importPackCommand(order, say);
    appendFileSync(join(pulling.modelsDir, 'mine', 'genderage.onnx'), 'x');
    expect(await verify('mine')).toBe(1);
    await importPackCommand({ ...order, again: true }, say);
    expect(await verify('mine')).toBe(0);
  });
});

/** What a server tells whose pack is this one. */
const serving = (pack: string, previous: string | null = null) =>
  ({ items: [{ pack, state: 'active' }], previous }) as unknown as ModelList;

describe('models remove', () => {
  const remove = (
    name: string,
    options: RemoveOptions = { yes: true },
    user: { running?: ModelList; chosen?: string; answer?: boolean } = {},
  ) => {
    const { running = null, chosen, answer = false } = user;
    return removeCommand(
      name,
      { modelsDir: pulling.modelsDir, chosen, running },
      options,
      async () => answer,
      say,
    );
  };

  it('asks first', async () => {
    await expect(remove('buffalo_l', {})).rejects.toThrow(/Nothing was removed\. --yes does not ask/);
    expect(pulling.there).toContain('buffalo_l');
    await remove('buffalo_l', {}, { answer: true });
    expect(pulling.there).toEqual(['minifasnet']);
  });

  it.each([
    [
      'a server uses',
      'buffalo_l',
      { running: serving('buffalo_l') },
      /recognises faces with buffalo_l.*activate/,
    ],
    ['MODEL_PACK names', 'buffalo_l', { chosen: 'buffalo_l' }, /MODEL_PACK says buffalo_l/],
    [
      'the pack of a server makes use of',
      'minifasnet',
      { running: serving('buffalo_l') },
      /uses minifasnet with buffalo_l/,
    ],
  ])('refuses what %s, unless it is forced', async (_, name, user, message) => {
    await expect(remove(name, { yes: true }, user)).rejects.toThrow(message);
    expect(pulling.there).toContain(name);
    await remove(name, { yes: true, force: true }, user);
    expect(pulling.there).not.toContain(name);
  });

  it('knows no pack that is not there, and keeps the shipped one', async () => {
    await expect(remove('other')).rejects.toThrow(/other is not installed/);
    await expect(remove('open')).rejects.toThrow(/comes with Rollcall/);
  });

  it("takes the studio's weights away that lie there without a description", async () => {
    placeWeights();
    await remove('vgg16');
    expect(pulling.there).toEqual(['buffalo_l', 'minifasnet']);
  });

  it.each(['..', '../beside', 'a/b', ''])(
    'takes %p for no name, and touches nothing beside the packs',
    async (name) => {
      const beside = join(pulling.root, 'beside');
      mkdirSync(beside);
      writeFileSync(join(beside, 'pack.json'), '{}');
      await expect(remove(name)).rejects.toThrow(/cannot be the name of a pack.*"models list"/);
      await expect(verify(name)).rejects.toThrow(/cannot be the name of a pack.*"models list"/);
      expect(existsSync(join(beside, 'pack.json'))).toBe(true);
    },
  );
});

describe('models list', () => {
  const withLiveness = async () =>
    (await installedPacks(pulling.modelsDir))
      .filter(({ about }) => /, with liveness;/.test(about))
      .map(({ name }) => name);

  it('says of a pack whether it has liveness, by networks of its own as well', async () => {
    const source = join(pulling.root, 'own');
    cpSync(join(pulling.modelsDir, 'buffalo_l'), source, { recursive: true });
    cpSync(join(pulling.modelsDir, 'minifasnet'), source, { recursive: true });
    rmSync(join(source, 'pack.json'));
    const order = { source, modelsDir: pulling.modelsDir, catalogue: CATALOGUE };
    await importPackCommand(order, say);
    rmSync(join(pulling.modelsDir, 'minifasnet'), { recursive: true });
    expect(await withLiveness()).toEqual(['own']);
  });

  it('says what is installed, as what, and what could be', async () => {
    const installed = await installedPacks(pulling.modelsDir);
    expect(installed.map(({ state, name }) => `${name}: ${state}`)).toEqual([
      'open: installed',
      'buffalo_l: installed',
      'minifasnet: add-on',
    ]);
    expect(await withLiveness()).toEqual(['open', 'buffalo_l']);
    const available = availablePacks(CATALOGUE, installed);
    expect(available.map(({ name }) => name)).toEqual([
      'auraface',
      'opencv',
      'buffalo_m',
      'buffalo_s',
      'buffalo_sc',
      'antelopev2',
      'arcface-mbf',
    ]);
    expect(available.find(({ name }) => name === 'antelopev2')!.about).toMatch(
      /361 MB; InsightFace.*\(not for commercial use\): "models pull antelopev2"/,
    );
    expect(available.find(({ name }) => name === 'arcface-mbf')).toMatchObject({
      state: 'known',
      about: expect.stringMatching(/models import/) as unknown,
    });
  });
});
