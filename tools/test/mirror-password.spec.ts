import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackPulling, sourceOf } from './pack-pulling.js';

let pulling: PackPulling;
beforeEach(async () => {
  pulling = await PackPulling.start();
});
afterEach(() => pulling.stop());

it('MODEL_MIRROR with a name and a password sends them, and tells nobody', async () => {
  const { server } = pulling;
  server.manner.authorization = `Basic ${Buffer.from('me:s@cret/1').toString('base64')}`;
  const mirror = server.url.replace('//', '//me:s%40cret%2F1@');
  await pulling.pull('buffalo_l', { acceptLicence: true, mirror });
  expect(pulling.said.join()).toContain(`Pulling from ${server.url}/`);
  const told = pulling.said.join() + readFileSync(join(pulling.modelsDir, 'buffalo_l', 'pack.json'), 'utf8');
  expect(told).not.toMatch(/cret/);
  server.manner.authorization = 'Basic other';
  const again = pulling.pull('buffalo_l', { acceptLicence: true, mirror, again: true });
  await expect(again).rejects.toThrow(`${server.url}/${sourceOf('buffalo_l')} answers 401`);
  const ftp = pulling.pull('minifasnet', { mirror: 'ftp://me:s%40cret@host/models' });
  await expect(ftp).rejects.toThrow(/^MODEL_MIRROR is ftp:\/\/host\/models, which is no address/);
});
