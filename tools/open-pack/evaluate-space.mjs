/**
 * How well the pack `open` tells people apart: without a space, with the mean subtracted, with the space of
 * face-space.mjs. The centre and the directions come from one half of the people and are judged on the other half, 24
 * times over; then the shipped space is judged on everybody, as an installation with 60 people and 17 strangers.
 *
 *   npx tsc -b libs/vision
 *   node tools/open-pack/evaluate-space.mjs <folder with one folder of photos a person> [pattern of the file names that
 *     are gallery and probes, such as '^(?!profile)']
 */
import { readFile } from 'node:fs/promises';
import { recommendedOperatingPoint, shippedPack } from '@rollcall/vision';
import { intoSpace, measureSpace } from './face-space.mjs';
import { mean, subtract, unit } from './linear-algebra.mjs';
import { decisions, equalErrorRate, openSet, pairs, random, search, shuffled, tar } from './measures.mjs';
import { listPeople, openRawEngine, PACK, readFaces } from './read-people.mjs';

const SPLITS = 24;
const STRANGERS = 17 / 77;
const percent = (value) => `${(100 * value).toFixed(2)} %`;

const WAYS = {
  'no space': () => (raw) => raw,
  'mean subtracted': (known) => {
    const centre = mean(known);
    return (raw) => unit(subtract(raw, centre));
  },
  'the space': (known) => {
    const space = measureSpace(known);
    return (raw) => intoSpace(raw, space);
  },
};
async function main([root, pattern = '']) {
  if (!root) throw new Error('Give the folder of the photos.');
  const shipped = JSON.parse(await readFile(new URL('face-resnet.json', PACK), 'utf8'));
  const { faces, judged } = await readAll(root, new RegExp(pattern), shipped.template);
  const point = recommendedOperatingPoint(await shippedPack());
  for (const [name, learn] of Object.entries(WAYS)) {
    report(`${name}, judged on the other half`, halves(faces, judged, learn), point);
  }
  const everybody = whole(faces.filter(judged), (raw) => intoSpace(raw, shipped));
  report('the shipped space, everybody (its own photos among them)', everybody, point);
}

/** Every photo with a face, embedded without a space, and which of them are gallery and probes. */
async function readAll(root, pattern, template) {
  const judged = ({ file }) => pattern.test(file);
  const photos = await listPeople(root);
  const engine = await openRawEngine(template);
  const faces = (await readFaces(engine, photos, 'largest')).map((face) => ({
    ...face,
    raw: [...face.embedding],
  }));
  await engine.close();
  const found = faces.filter(judged);
  console.log(
    `${found.length} of ${photos.filter(judged).length} photos have a face; ${names(found).length} people`,
  );
  return { faces, judged };
}

const names = (faces) => [...new Set(faces.map(({ person }) => person))].sort();

function halves(faces, judged, learn) {
  const people = names(faces.filter(judged));
  return Array.from({ length: SPLITS }, (_, split) => {
    const next = random(split);
    const known = new Set(shuffled(people, next).slice(0, people.length / 2));
    const place = learn(faces.filter(({ person }) => known.has(person)).map(({ raw }) => raw));
    return judge(
      faces.filter((face) => judged(face) && !known.has(face.person)),
      place,
      next,
    );
  });
}

function whole(faces, place) {
  const next = random(1);
  return Array.from({ length: SPLITS }, () => judge(faces, place, next));
}

function judge(chosen, place, next) {
  const placed = chosen.map(({ person, raw }) => ({ person, vector: place(raw) }));
  const people = shuffled(names(placed), next);
  const enrolled = people.slice(Math.round(people.length * STRANGERS));
  return { pairs: pairs(placed), search: search(placed, enrolled, next) };
}

function report(title, runs, { threshold: least, margin }) {
  const average = (measure) => runs.reduce((sum, run) => sum + measure(run.pairs), 0) / runs.length;
  const pooled = {
    strangers: runs.flatMap((run) => run.search.strangers),
    known: runs.flatMap((run) => run.search.known),
  };
  console.log(`\n${title}`);
  console.log(
    `  pairs: EER ${percent(average(equalErrorRate))}, TAR at FAR 1e-2 ${percent(average((p) => tar(p, 1e-2)))}, 1e-3 ${percent(average((p) => tar(p, 1e-3)))}`,
  );
  for (const fpir of [0.1, 0.03, 0.01, 0.003]) {
    const { threshold, fnir } = openSet(pooled, fpir);
    console.log(`  search: FPIR ${percent(fpir)} at ${threshold.toFixed(3)}, FNIR ${percent(fnir)}`);
  }
  const { fpir, fnir, wrong } = decisions(pooled, least, margin);
  console.log(
    `  decided at ${least} with margin ${margin}: FPIR ${percent(fpir)}, FNIR ${percent(fnir)}, taken for somebody else ${percent(wrong)}`,
  );
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
