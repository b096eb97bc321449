import { cosine } from './embeddings.js';
import type { LabelledFace } from './comparisons.js';
import { ratesAt, type OpenSetRates, type ProbeResult } from './identification.js';
import { random, shuffled } from './random.js';

/** What a search of the gallery returned for one probe. */
export interface SearchResult extends ProbeResult {
  /** Lead of the best person over the second-best. */
  readonly lead: number;
}

/** All searches of all splits, pooled. */
export interface OpenSet {
  readonly splits: number;
  /** People in each split's gallery and people left out of it. */
  readonly enrolled: number;
  readonly strangers: number;
  /** Photos in each split's gallery, on the average. */
  readonly templates: number;
  readonly knownProbes: readonly SearchResult[];
  readonly strangerProbes: readonly SearchResult[];
}

/** 17 of 77 people, as the packs' thresholds were measured (decision 2). */
const STRANGERS = 17 / 77;

/**
 * Deals people at random into enrolled and strangers, again and again: some photos of each enrolled person are the
 * gallery, every other photo a probe. The same faces give the same splits.
 *
 * @param templates photos that enrol a person; fewer of whom has no more, as one stays to be a probe
 * @throws RangeError with fewer than three people
 */
export function openSet(faces: readonly LabelledFace[], splits: number, templates = 1, seed = 1): OpenSet {
  const photos = byPerson(faces);
  const strangers = Math.max(1, Math.round(photos.size * STRANGERS));
  const enrolled = photos.size - strangers;
  if (enrolled < 2) throw new RangeError('An open set needs pictures of at least three people.');
  const next = random(seed);
  let enrolledPhotos = 0;
  const known: SearchResult[] = [];
  const unknown: SearchResult[] = [];
  for (let split = 0; split < splits; split++) {
    const people = shuffled([...photos.keys()], next);
    const gallery = people
      .slice(strangers)
      .map((person) => enrolling(shuffled(photos.get(person)!, next), templates));
    const shown = new Set(gallery.flat());
    enrolledPhotos += shown.size;
    const members = new Set(people.slice(strangers));
    for (const probe of faces.filter((face) => !shown.has(face))) {
      (members.has(probe.person) ? known : unknown).push(search(gallery, probe));
    }
  }
  return {
    splits,
    enrolled,
    strangers,
    templates: enrolledPhotos / splits,
    knownProbes: known,
    strangerProbes: unknown,
  };
}

const enrolling = (photos: readonly LabelledFace[], templates: number) =>
  photos.slice(0, Math.max(1, Math.min(templates, photos.length - 1)));

export function byPerson(faces: readonly LabelledFace[]): Map<string, LabelledFace[]> {
  const photos = new Map<string, LabelledFace[]>();
  for (const face of faces) photos.set(face.person, [...(photos.get(face.person) ?? []), face]);
  return photos;
}

/** A person scores by the best of the own photos. */
function search(gallery: readonly (readonly LabelledFace[])[], probe: LabelledFace): SearchResult {
  let best = { similarity: -1, person: '' };
  let second = -1;
  for (const photos of gallery) {
    const { person } = photos[0]!;
    const similarity = Math.max(...photos.map(({ embedding }) => cosine(probe.embedding, embedding)));
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
