import { cosine } from './embeddings.js';
import type { LabelledFace } from './comparisons.js';
import { ratesAt, type OpenSetRates, type ProbeResult } from './identification.js';

/** What a search of the gallery returned for one probe. */
export interface SearchResult extends ProbeResult {
  /** Lead of the best person over the second-best. */
  readonly lead: number;
}

/** All searches of all splits, pooled. */
export interface OpenSet {
  readonly splits: number;
  /** People in each split's gallery, by one photo each, and people left out of it. */
  readonly enrolled: number;
  readonly strangers: number;
  readonly knownProbes: readonly SearchResult[];
  readonly strangerProbes: readonly SearchResult[];
}

/** 17 of 77 people, as the packs' thresholds were measured (decision 2). */
const STRANGERS = 17 / 77;

/**
 * Deals people at random into enrolled and strangers, again and again: one photo of each enrolled person is the gallery,
 * every other photo a probe. The same faces give the same splits.
 *
 * @throws RangeError with fewer than three people
 */
export function openSet(faces: readonly LabelledFace[], splits: number): OpenSet {
  const photos = byPerson(faces);
  const strangers = Math.max(1, Math.round(photos.size * STRANGERS));
  const enrolled = photos.size - strangers;
  if (enrolled < 2) throw new RangeError('An open set needs pictures of at least three people.');
  const next = random(1);
  const known: SearchResult[] = [];
  const unknown: SearchResult[] = [];
  for (let split = 0; split < splits; split++) {
    const people = shuffled([...photos.keys()], next);
    const gallery = people.slice(strangers).map((person) => shuffled(photos.get(person)!, next)[0]!);
    const shown = new Set(gallery);
    const members = new Set(people.slice(strangers));
    for (const probe of faces.filter((face) => !shown.has(face))) {
      (members.has(probe.person) ? known : unknown).push(search(gallery, probe));
    }
  }
  return { splits, enrolled, strangers, knownProbes: known, strangerProbes: unknown };
}

function byPerson(faces: readonly LabelledFace[]): Map<string, LabelledFace[]> {
  const photos = new Map<string, LabelledFace[]>();
  for (const face of faces) photos.set(face.person, [...(photos.get(face.person) ?? []), face]);
  return photos;
}

function search(gallery: readonly LabelledFace[], probe: LabelledFace): SearchResult {
  let best = { similarity: -1, person: '' };
  let second = -1;
  for (const { person, embedding } of gallery) {
    const similarity = cosine(probe.embedding, embedding);
    if (similarity <= best.similarity) {
      second = Math.max(second, similarity);
      continue;
    }
    second = best.similarity;
    best = { similarity, person };
  }
  const { similarity, person } = best;
  return { similarity, right: person === probe.person, lead: similarity - second };
}

/** Rates with the product's rule: the best person must reach the threshold and lead by the margin. */
export function openSetRates(
  { knownProbes, strangerProbes }: OpenSet,
  threshold: number,
  margin: number,
): OpenSetRates {
  return ratesAt(withMargin(knownProbes, margin), withMargin(strangerProbes, margin), threshold);
}

/** What does not lead by the margin matches at no threshold. */
export const withMargin = (probes: readonly SearchResult[], margin: number): ProbeResult[] =>
  probes.map(({ similarity, right, lead }) => ({ similarity: lead >= margin ? similarity : -1, right }));

function shuffled<T>(values: readonly T[], next: () => number): T[] {
  const dealt = [...values];
  for (let i = dealt.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [dealt[i], dealt[j]] = [dealt[j]!, dealt[i]!];
  }
  return dealt;
}

/** A repeatable source of numbers from 0 to 1 (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
