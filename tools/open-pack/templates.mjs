/** What several templates of a person cost and gain in the pack `open`, and what asking for an FPIR costs. */
import { effectiveComparisons, thresholdFor } from '@rollcall/gallery';
import { openSet, openSetRates, readThreshold, TemplateTally } from '@rollcall/tools';

/** What could be asked for, the people to ask it for and the templates that each has. */
const ASKED = [0.005, 0.01, 0.02, 0.03, 0.05];
const PEOPLE = [30, 60];
const TEMPLATES = [1, 3, 5];
/** Galleries of each half of the people. */
const DEALS = 4;

const percent = (value) => `${(100 * value).toFixed(2)} %`;
const labelled = (faces) => faces.map(({ person, vector }) => ({ person, embedding: vector }));

/** How strangers and misses change with the templates of a person: at the tail's points and where 60 people are decided. */
export function reportTemplates(sets, { impostorTail, threshold }) {
  const thresholds = [...impostorTail.map((point) => point.threshold), threshold];
  for (const at of [...thresholds, thresholdFor(impostorTail, 0.01, 60)].sort((a, b) => a - b)) {
    const tally = new TemplateTally(at);
    for (const faces of sets) tally.add(labelled(faces));
    console.log(describe(tally.effect()));
  }
}

function describe({ threshold, exponent, spread: [low, high], byTemplates }) {
  const rates = byTemplates.map(
    ({ templates, fmr, fnir }) => `${templates}: FMR ${fmr.toExponential(1)} FNIR ${percent(fnir)}`,
  );
  return (
    `  k templates at ${threshold.toFixed(3)} count as k^${exponent.toFixed(2)} ` +
    `(90 %: ${low.toFixed(2)} to ${high.toFixed(2)}); ${rates.join(', ')}`
  );
}

/** What asking for an FPIR costs people whom the space has not seen, by the shipped tail and exponent. */
export function reportAsked(runs, point) {
  for (const templates of TEMPLATES) {
    const sets = runs.map(({ faces }, seed) => openSet(labelled(faces), DEALS, templates, seed));
    const pooled = {
      knownProbes: sets.flatMap(({ knownProbes }) => knownProbes),
      strangerProbes: sets.flatMap(({ strangerProbes }) => strangerProbes),
    };
    const each = sets.reduce((sum, { templates, enrolled }) => sum + templates / enrolled, 0) / sets.length;
    console.log(
      `\n${sets[0].enrolled} people by ${each.toFixed(2)} templates, the space judged on the other half, margin ${point.margin}`,
    );
    for (const people of PEOPLE) for (const fpir of ASKED) reportOne(pooled, point, { fpir, people, each });
  }
}

function reportOne(pooled, { impostorTail, templateExponent, margin }, { fpir, people, each }) {
  const comparisons = effectiveComparisons(people, people * each, templateExponent);
  const { threshold, extrapolated } = readThreshold(impostorTail, fpir, comparisons);
  const found = openSetRates(pooled, threshold, margin);
  console.log(
    `  decided at ${threshold.toFixed(3)}${extrapolated ? '*' : ''}, what ${people} such people and FPIR ${percent(fpir)} ` +
      `ask for: FPIR ${percent(found.fpir)}, FNIR ${percent(found.fnir)}`,
  );
}
