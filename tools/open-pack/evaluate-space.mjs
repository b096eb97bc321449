/**
 * How well the pack `open` tells people apart: without a space, with the mean subtracted, with the space of
 * face-space.mjs. The centre and the directions come from one half of the people and are judged on the other half, 24
 * times over; then the shipped space is judged on everybody, as an installation with 60 people and 17 strangers.
 *
 *   npx tsc -b libs/vision
 *   node tools/open-pack/evaluate-space.mjs <folder with one folder of photos a person> [start of the file names that
 *     are probes and gallery, such as frontal]
 */
import { readFile } from 'node:fs/promises';
import { intoSpace, measureSpace } from './face-space.mjs';
import { mean, subtract, unit } from './linear-algebra.mjs';
import { equalErrorRate, openSet, pairs, random, search, share, shuffled, tar } from './measures.mjs';
import { listPeople, openRawEngine, PACK, readFaces } from './read-people.mjs';

const SPLITS = 24;
const STRANGERS = 17 / 77;
const percent = (value) => `${(100 * value).toFixed(2)} %`;

const [root, start = ''] = process.argv.slice(2);
if (!root) throw new Error('Give the folder of the photos.');

const shipped = JSON.parse(await readFile(new URL('face-resnet.json', PACK), 'utf8'));
const photos = await listPeople(root);
const engine = await openRawEngine(shipped.template);
const faces = (await readFaces(engine, photos, 'largest')).map((face) => ({
  ...face,
  raw: [...face.embedding],
}));
await engine.close();

const judged = (face) => face.file.startsWith(start);
const people = [...new Set(faces.filter(judged).map(({ person }) => person))].sort();
console.log(
  `${faces.filter(judged).length} of ${photos.filter(judged).length} photos have a face; ${people.length} people`,
);

const ways = {
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
for (const [name, learn] of Object.entries(ways)) report(`${name}, judged on the other half`, halves(learn));
report(
  'the shipped space, everybody',
  whole((raw) => intoSpace(raw, shipped)),
);

function halves(learn) {
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

function whole(place) {
  const next = random(1);
  return Array.from({ length: SPLITS }, () => judge(faces.filter(judged), place, next));
}

function judge(chosen, place, next) {
  const placed = chosen.map(({ person, raw }) => ({ person, vector: place(raw) }));
  const names = shuffled([...new Set(placed.map(({ person }) => person))], next);
  return {
    pairs: pairs(placed),
    search: search(placed, names.slice(Math.round(names.length * STRANGERS)), next),
  };
}

function report(title, runs) {
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
  console.log(
    `  search: the best of an enrolled person is somebody else in ${percent(share(pooled.known, (score) => score === -1))}`,
  );
}
