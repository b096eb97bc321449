import { Injectable } from '@nestjs/common';
import { FaceEngine } from '../vision/face-engine.js';
import { LeaveOneOut } from './leave-one-out.js';
import { ServingGallery } from './serving-gallery.js';

/** What a sample of the gallery scores against the rest of it. */
export interface Scores {
  readonly sampled: number;
  /** Different people among those who had somebody else to be compared with. */
  readonly people: number;
  /** Best cosine to the other templates of the same person. */
  readonly genuine: readonly number[];
  /** Best cosine to anybody else. */
  readonly impostor: readonly number[];
  /** The pairs of people who are most alike, each once. */
  readonly alike: readonly { readonly a: string; readonly b: string; readonly similarity: number }[];
}

const MOST_PROBES = 2_000;
const LEAST_PROBES = 100;
/** Template comparisons that are made for one calibration: about three seconds of one core. */
const COMPARISONS = 60_000_000;
const PAIRS = 10;

/** Compares a sample of the templates with all the others; kept until the gallery changes. */
@Injectable()
export class OwnScores {
  private kept: { name: string; scores: Promise<Scores> } | null = null;

  constructor(
    private readonly engine: FaceEngine,
    private readonly leaveOneOut: LeaveOneOut,
    private readonly serving: ServingGallery,
  ) {}

  of(templates: number, version: number): Promise<Scores> {
    const name = `${this.engine.pack.modelId} ${version}`;
    if (this.kept?.name === name) return this.kept.scores;
    const scores = this.collect(templates);
    this.kept = { name, scores };
    scores.catch(() => (this.kept = null));
    return scores;
  }

  private async collect(templates: number): Promise<Scores> {
    const { modelId, dimension } = this.engine.pack;
    const { memory } = await this.serving.view(modelId, dimension);
    const affordable = Math.floor(COMPARISONS / Math.max(1, templates));
    const limit = Math.min(MOST_PROBES, Math.max(LEAST_PROBES, affordable));
    const [genuine, impostor]: [number[], number[]] = [[], []];
    const pairs = new Map<string, Scores['alike'][number]>();
    const people = new Set<string>();
    let sampled = 0;
    const sample = { modelId, dimension, templates, limit, memory };
    for await (const { personId, own, other } of this.leaveOneOut.scores(sample)) {
      sampled++;
      if (own !== null) genuine.push(own);
      if (!other) continue;
      impostor.push(other.similarity);
      people.add(personId);
      const [a, b] = [personId, other.personId].sort() as [string, string];
      const known = pairs.get(`${a} ${b}`);
      if (!known || known.similarity < other.similarity) {
        pairs.set(`${a} ${b}`, { a, b, similarity: other.similarity });
      }
    }
    const alike = [...pairs.values()].sort((x, y) => y.similarity - x.similarity).slice(0, PAIRS);
    return { sampled, people: people.size, genuine, impostor, alike };
  }
}
