import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installedPack } from './installed-pack.js';
import { loadPack, packFilePath } from './model-pack.js';
import { packsIn } from './packs-folder.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const file = (name: string) => ({ file: `${name}.onnx`, sha256: sha256(name) });
const net = (name: string) => ({ kind: 'minifasnet', ...file(name), cropScale: 2.7, inputSize: 80 });
const about = (name: string) => ({ name, title: name, licence: `${name}'s licence`, commercialUse: true });
const toy = {
  ...about('toy_l'),
  detector: { kind: 'scrfd', ...file('detector') },
  recognizer: { kind: 'arcface', ...file('recognizer'), dimension: 128 },
};
const addOn = { ...about('minifasnet'), addOn: true, liveness: [net('net')] };

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'packs-'));
});
afterEach(() => rm(root, { recursive: true }));

/** A folder whose files hold their own names. */
async function install(manifest: typeof toy | typeof addOn): Promise<string> {
  const folder = join(root, manifest.name);
  await mkdir(folder, { recursive: true });
  for (const name of ['detector', 'recognizer', 'net', 'own'])
    await writeFile(join(folder, `${name}.onnx`), name);
  await writeFile(join(folder, 'pack.json'), JSON.stringify(manifest));
  return folder;
}

it('lends its networks to a pack that has none, and its licence counts as well', async () => {
  const [folder, lending] = [await install(toy), await install({ ...addOn, commercialUse: false })];
  const [alone, completed] = [await loadPack(folder), await loadPack(folder, [lending])];
  expect(alone.manifest.liveness).toEqual([]);
  const [stage] = completed.manifest.liveness;
  expect(packFilePath(completed, stage!)).toBe(join(lending, 'net.onnx'));
  expect(completed).toMatchObject({
    title: `${alone.title}, with liveness`,
    modelId: alone.modelId,
    licence: "toy_l's licence; minifasnet: minifasnet's licence",
    commercialUse: false,
  });
  expect(structuredClone(completed)).toEqual(completed);
});

it('leaves a pack with networks of its own as it is', async () => {
  const folder = await install({ ...toy, liveness: [net('own')] });
  const pack = await loadPack(folder, [await install(addOn)]);
  expect(pack).toEqual(await loadPack(folder));
  expect(pack.manifest.liveness).toMatchObject([file('own')]);
});

it('is not used where a file is not the one that it pins', async () => {
  const folder = await install(toy);
  const lending = await install(addOn);
  await writeFile(join(lending, 'net.onnx'), 'swapped');
  await expect(loadPack(folder, [lending])).rejects.toMatchObject({ code: 'PACK_CHECKSUM' });
});

it('is found beside the packs, for each of them and for the shipped one', async () => {
  await install(toy);
  await install(addOn);
  await mkdir(join(root, '.placing-x.1-0.part'));
  await writeFile(join(root, '.placing-x.1-0.part', 'pack.json'), '{}');
  expect(await packsIn(root)).toEqual({ packs: ['toy_l'], addOns: ['minifasnet'] });
  expect((await installedPack('toy_l', root)).manifest.liveness).toMatchObject([file('net')]);
  expect((await installedPack('open', root)).manifest.liveness).toMatchObject([file('net')]);
  await expect(installedPack('minifasnet', root)).rejects.toThrow(/minifasnet is an add-on/);
  expect(await packsIn(join(root, 'none'))).toEqual({ packs: [], addOns: [] });
});
