import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaceEngine, loadPack } from '@rollcall/vision';

export const PACK = new URL('../../libs/vision/assets/packs/open/', import.meta.url);

/** Photos of a folder that holds one folder a person. */
export async function listPeople(root) {
  const people = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const photos = await Promise.all(
    people.map(async ({ name }) => (await readdir(join(root, name))).map((file) => ({ person: name, file }))),
  );
  return photos.flat().map(({ person, file }) => ({ person, file, path: join(root, person, file) }));
}

/** An engine of the pack `open` whose recogniser gives the network's own output, at unit length, for this template. */
export async function openRawEngine(template) {
  const folder = await mkdtemp(join(tmpdir(), 'open-pack-'));
  const space = JSON.stringify({ provenance: {}, template, centre: Array(128).fill(0), axes: [] });
  await writeFile(join(folder, 'face-resnet.json'), space);
  const manifest = JSON.parse(await readFile(new URL('pack.json', PACK), 'utf8'));
  manifest.recognizer.sha256 = sha256(space);
  await writeFile(join(folder, 'pack.json'), JSON.stringify(manifest));
  const engine = await FaceEngine.open(await loadPack(folder), { threads: 2 });
  await rm(folder, { recursive: true });
  return engine;
}

/** The largest face of each photo; photos in which none is found are left out. */
export async function readFaces(engine, photos, embed) {
  const faces = [];
  for (const photo of photos) {
    const [face] = (await engine.read(await readFile(photo.path), { embed })).faces;
    if (face) faces.push({ ...photo, ...face });
  }
  return faces;
}

export const sha256 = (text) => createHash('sha256').update(text).digest('hex');
