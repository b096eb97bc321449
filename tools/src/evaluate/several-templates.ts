import { cosine } from './embeddings.js';
import type { LabelledFace } from './comparisons.js';
import { byPerson } from './open-set.js';
import { random } from './random.js';

/** What a search with several templates a person costs and gains at one threshold. */
export interface TemplateEffect {
  readonly threshold: number;
  /** By templates a person, from one on. */
  readonly byTemplates: readonly {
    readonly templates: number;
    /** Share of strangers who reach the threshold with the best of one person's templates: FPIR of a gallery of one. */
    readonly fmr: number;
    /** Share of known people's probes that reach it with none of the own templates; NaN without any such probe. */
    readonly fnir: number;
  }[];
  /** k templates of a person let as many strangers in as k^exponent people by one template each. */
  readonly exponent: number;
  /** The middle 90 % of it when the people are drawn anew with replacement, as both strangers and enrolled. */
  readonly spread: readonly [low: number, high: number];
}

/** Sums for a stranger and an enrolled person, by templates. */
interface Meeting {
  readonly stranger: string;
  readonly enrolled: string;
  readonly passed: Float64Array;
  probes: number;
}

/** Six front views a person are common in data sets: five to enrol and one to show. */
export const MOST_TEMPLATES = 5;
const DRAWS = 1000;

/**
 * Counts what several templates do at a threshold, over every choice of them: of n photos, of which c reach the
 * threshold, k templates drawn at random all miss it with probability C(n - c, k) / C(n, k). Only people with `most`
 * photos are enrolled, so that every k has the same people. Faces of several spaces may be added one set after another.
 */
export class TemplateTally {
  private readonly meetings = new Map<string, Meeting>();
  private readonly missed: Float64Array;
  private knownProbes = 0;

  constructor(
    readonly threshold: number,
    private readonly most = MOST_TEMPLATES,
  ) {
    this.missed = new Float64Array(most);
  }

  add(faces: readonly LabelledFace[]): void {
    for (const [person, photos] of byPerson(faces)) {
      if (photos.length < this.most) continue;
      for (const probe of faces) {
        if (probe.person === person) this.addKnown(probe, photos);
        else this.addStranger(probe, person, photos);
      }
    }
  }

  private addStranger(probe: LabelledFace, enrolled: string, photos: readonly LabelledFace[]): void {
    const key = JSON.stringify([probe.person, enrolled]);
    const meeting = this.meetings.get(key) ?? {
      stranger: probe.person,
      enrolled,
      passed: new Float64Array(this.most),
      probes: 0,
    };
    this.meetings.set(key, meeting);
    meeting.probes++;
    const reached = this.reached(probe, photos);
    for (let k = 1; k <= this.most; k++) meeting.passed[k - 1]! += 1 - allMiss(photos.length, reached, k);
  }

  /** The own photos but the probe are the templates, so a person needs one more of them. */
  private addKnown(probe: LabelledFace, photos: readonly LabelledFace[]): void {
    const others = photos.filter((photo) => photo !== probe);
    if (others.length < this.most) return;
    this.knownProbes++;
    const reached = this.reached(probe, others);
    for (let k = 1; k <= this.most; k++) this.missed[k - 1]! += allMiss(others.length, reached, k);
  }

  private reached(probe: LabelledFace, photos: readonly LabelledFace[]): number {
    return photos.filter(({ embedding }) => cosine(probe.embedding, embedding) >= this.threshold).length;
  }

  /** Undefined where no stranger reaches the threshold, so that the exponent has no value. */
  effect(): TemplateEffect | undefined {
    const meetings = [...this.meetings.values()];
    const fmr = shares(meetings, this.most);
    if (!(fmr[0]! > 0)) return undefined;
    return {
      threshold: this.threshold,
      byTemplates: [...fmr].map((share, i) => ({
        templates: i + 1,
        fmr: share,
        fnir: this.missed[i]! / this.knownProbes,
      })),
      exponent: exponentOf(fmr),
      spread: spreadOf(meetings, this.most),
    };
  }
}

/** Least squares through one template: log of the growth over log k. */
export function exponentOf(byTemplates: ArrayLike<number>): number {
  let [above, below] = [0, 0];
  for (let k = 2; k <= byTemplates.length; k++) {
    above += Math.log(k) * Math.log(byTemplates[k - 1]! / byTemplates[0]!);
    below += Math.log(k) ** 2;
  }
  return above / below;
}

/** C(n - c, k) / C(n, k), the chance that k of n photos are none of the c that reach the threshold. */
function allMiss(n: number, c: number, k: number): number {
  let chance = 1;
  for (let i = 0; i < k; i++) chance *= Math.max(0, n - c - i) / (n - i);
  return chance;
}

/** Mean over pairs of people, so that somebody with many photos does not speak louder. */
function shares(meetings: readonly Meeting[], most: number, weight = (_: Meeting) => 1): Float64Array {
  const sums = new Float64Array(most);
  let weights = 0;
  for (const meeting of meetings) {
    const times = weight(meeting);
    weights += times;
    for (let i = 0; i < most; i++) sums[i]! += (times * meeting.passed[i]!) / meeting.probes;
  }
  return sums.map((sum) => sum / weights);
}

/** Comparisons that share a person are not independent: what is drawn anew is people. */
function spreadOf(meetings: readonly Meeting[], most: number): [number, number] {
  const people = [...new Set(meetings.flatMap(({ stranger, enrolled }) => [stranger, enrolled]))];
  const next = random(1);
  const exponents = Array.from({ length: DRAWS }, () => {
    const drawn = new Map(people.map((person) => [person, 0]));
    for (const _ of people) {
      const person = people[Math.floor(next() * people.length)]!;
      drawn.set(person, drawn.get(person)! + 1);
    }
    return exponentOf(shares(meetings, most, (met) => drawn.get(met.stranger)! * drawn.get(met.enrolled)!));
  })
    .filter(Number.isFinite)
    .sort((one, other) => one - other);
  const at = (share: number) => exponents[Math.round(share * (exponents.length - 1))]!;
  return [at(0.05), at(0.95)];
}
