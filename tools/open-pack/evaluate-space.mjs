/**
 * How well the pack `open` tells people apart: without a space, with the mean subtracted, with the space of
 * face-space.mjs. The centre and the directions come from one half of the people and are judged on the other half, 24
 * times over; then a space from nearly everybody is judged on the impostors among the few who are left, which is what
 * people whom the shipped space has never seen can expect; then the shipped space is judged on everybody, as an
 * installation with 60 people and 17 strangers.
 *
 *   npx tsc -b tools
 *   node tools/open-pack/evaluate-space.mjs <folder with one folder of photos a person> [pattern of the file names that
 *     are gallery and probes, such as '^(?!profile)']
 */
import { readFile } from 'node:fs/promises';
import { thresholdFor } from '@rollcall/gallery';
import { recommendedOperatingPoint, shippedPack } from '@rollcall/vision';
import { intoSpace, measureSpace } from './face-space.mjs';
import { mean, subtract, unit } from './linear-algebra.mjs';
import {
  decisions,
  equalErrorRate,
  openSet,
  pairs,
  random,
  search,
  shuffled,
  tar,
  thresholdOf,
} from './measures.mjs';
import { listPeople, openRawEngine, PACK, readFaces } from './read-people.mjs';
import { reportAsked, reportTemplates } from './templates.mjs';

const SPLITS = 24;
/** Sizes of a gallery whose thresholds are tried on the splits. */
const GALLERIES = [30, 60, 100, 1000, 10_000];
const LEFT_OUT = 7;
const LEFT_OUT_SPLITS = 400;
const STRANGERS = 17 / 77;
/** False match rates of single comparisons, as OperatingPoint.impostorTail has them. */
const TAIL = [1e-2, 1e-3, 3e-4];
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
  reportAsked(halves(faces, judged, WAYS['the space']), point);
  console.log(`\nthe space, learnt on all but ${LEFT_OUT} people, impostor pairs of those ${LEFT_OUT}`);
  const unseen = leftOut(faces, judged, WAYS['the space']);
  reportTail(unseen.map(pairs));
  reportTemplates(unseen, point);
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

/** Faces of people whom the space has never seen, when it has seen nearly as many as the shipped one. */
function leftOut(faces, judged, learn) {
  const people = names(faces.filter(judged));
  const strangers = Array.from({ length: LEFT_OUT_SPLITS }, (_, split) =>
    shuffled(people, random(split)).slice(0, LEFT_OUT),
  );
  return strangers.map((unseen) => {
    const place = learn(faces.filter(({ person }) => !unseen.includes(person)).map(({ raw }) => raw));
    const chosen = faces.filter((face) => judged(face) && unseen.includes(face.person));
    return chosen.map(({ person, raw }) => ({ person, vector: place(raw) }));
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
  return { faces: placed, pairs: pairs(placed), search: search(placed, enrolled, next) };
}

function report(title, runs, point) {
  const average = (measure) => runs.reduce((sum, run) => sum + measure(run.pairs), 0) / runs.length;
  const pooled = {
    strangers: runs.flatMap((run) => run.search.strangers),
    known: runs.flatMap((run) => run.search.known),
  };
  console.log(`\n${title}`);
  console.log(
    `  pairs: EER ${percent(average(equalErrorRate))}, TAR at FAR 1e-2 ${percent(average((p) => tar(p, 1e-2)))}, 1e-3 ${percent(average((p) => tar(p, 1e-3)))}`,
  );
  reportTail(runs.map((run) => run.pairs));
  for (const fpir of [0.1, 0.03, 0.01, 0.003]) {
    const { threshold, fnir } = openSet(pooled, fpir);
    console.log(`  search: FPIR ${percent(fpir)} at ${threshold.toFixed(3)}, FNIR ${percent(fnir)}`);
  }
  reportDecisions(pooled, point.threshold, point.margin);
  for (const people of GALLERIES) {
    const threshold = thresholdFor(point.impostorTail, 0.01, people);
    reportDecisions(pooled, threshold, point.margin, `, what ${people} templates and FPIR 1 % ask for`);
  }
}

function reportDecisions(searches, threshold, margin, why = '') {
  const { fpir, fnir, wrong } = decisions(searches, threshold, margin);
  console.log(
    `  decided at ${threshold.toFixed(3)} with margin ${margin}${why}: FPIR ${percent(fpir)}, FNIR ${percent(fnir)}, ` +
      `taken for somebody else ${percent(wrong)}`,
  );
}

function reportTail(splits) {
  const impostor = Float64Array.from(splits.flatMap((each) => each.impostor)).sort();
  const tail = TAIL.map((fmr) => `${fmr} at ${thresholdOf(impostor, fmr).toFixed(3)}`);
  console.log(`  tail: FMR ${tail.join(', ')} (${impostor.length} impostor pairs over all splits)`);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
