import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config } from '../platform/config/config.js';
import { InstalledPacks } from './installed-packs.js';

let folder: string;
let packs: InstalledPacks;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packs-'));
  packs = new InstalledPacks(Config.from({ MODELS_DIR: folder }));
  const sha256 = createHash('sha256').update('net').digest('hex');
  const net = { kind: 'minifasnet', file: 'net.onnx', sha256, cropScale: 2.7, inputSize: 80 };
  const about = { name: 'minifasnet', title: 'MiniFASNet', licence: 'Apache-2.0', commercialUse: true };
  mkdirSync(join(folder, 'minifasnet'));
  writeFileSync(join(folder, 'minifasnet', 'net.onnx'), 'net');
  writeFileSync(
    join(folder, 'minifasnet', 'pack.json'),
    JSON.stringify({ ...about, addOn: true, liveness: [net] }),
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

it('offers no add-on as a pack, nor what is on its way', async () => {
  for (const name of ['own', '.placing-own.1-0.part']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'pack.json'), '{}');
  }
  expect(await packs.names()).toEqual(['open', 'own']);
});

it('gives the shipped pack the liveness of an add-on, and says so', async () => {
  expect(await packs.describe('open')).toMatchObject({
    liveness: true,
    licence: 'MIT; MiniFASNet: Apache-2.0',
    commercialUse: true,
  });
});

it('says what an add-on is for where somebody would recognise faces with it', async () => {
  await expect(packs.open('minifasnet')).rejects.toThrow(/minifasnet is an add-on/);
  await expect(packs.open('other')).rejects.toThrow(/no model pack "other".*models list/);
});
