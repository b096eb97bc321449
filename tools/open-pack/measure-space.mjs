/**
 * Measures the face space of the pack `open` (where a face lies in the recogniser's crop, the centre of its outputs, the
 * directions that are damped) and writes it into the pack. Nothing else of the photos is kept.
 *
 *   npx tsc -b libs/vision
 *   node tools/open-pack/measure-space.mjs <folder with one folder of photos a person> "<what photos they are>"
 *
 * Changing the space changes the identity of the model: every template made with the old one has to be made again,
 * and the operating point in libs/vision/src/packs/operating-point.ts measured anew (evaluate-space.mjs).
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { measureSpace, measureTemplate } from './face-space.mjs';
import { listPeople, openRawEngine, PACK, readFaces, sha256 } from './read-people.mjs';

/** Faces that count as frontal for the template: degrees to either side. */
const FRONTAL_YAW = 15;
/** A start for the first pass, which only needs landmarks. */
const ANY_TEMPLATE = [
  [47, 43],
  [102, 43],
  [74.5, 76],
  [50, 101],
  [99, 101],
];

async function main([root, source = 'photos of people']) {
  if (!root) throw new Error('Give the folder of the photos.');
  const photos = await listPeople(root);
  const frontal = (await facesWith(ANY_TEMPLATE, photos, 'none')).filter(isFrontal);
  const template = measureTemplate(frontal.map((face) => face.landmarks));
  const faces = await facesWith(template, photos, 'largest');
  const { centre, axes } = measureSpace(faces.map(({ embedding }) => [...embedding]));
  const numbers = { template, centre: centre.map(short), axes: axes.map(shortAxis) };
  const text = await formatted({ provenance: provenance(source, faces), ...numbers });
  await writeFile(new URL('face-resnet.json', PACK), text);
  await pin(sha256(text));
  console.log(`${faces.length} faces of ${photos.length} photos; the recogniser is now ${sha256(text)}`);
}

async function facesWith(template, photos, embed) {
  const engine = await openRawEngine(template);
  const faces = await readFaces(engine, photos, embed);
  await engine.close();
  return faces;
}

function isFrontal({ quality: { yaw } }) {
  return Math.abs(yaw) <= FRONTAL_YAW;
}

function provenance(source, faces) {
  const people = new Set(faces.map(({ person }) => person)).size;
  return {
    source,
    photos: faces.length,
    people,
    script: 'tools/open-pack/measure-space.mjs',
    frontalPhotosOfTheTemplate: faces.filter(isFrontal).length,
  };
}

function short(value) {
  return Number(value.toPrecision(6));
}

function shortAxis({ gain, direction }) {
  return { gain: short(gain), direction: direction.map(short) };
}

/** As `npm run format` leaves it, which else would change the checksum. */
async function formatted(value) {
  return format(JSON.stringify(value), { ...(await resolveConfig(fileURLToPath(PACK))), parser: 'json' });
}

async function pin(sum) {
  const path = new URL('pack.json', PACK);
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  manifest.recognizer.sha256 = sum;
  await writeFile(path, await formatted(manifest));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
