import { MOST_PEOPLE, type Contenders, type SketchedPerson } from './sketch.js';

/** Who is nearest, as far as the sketch can say. */
export interface SketchAnswer {
  /**
   * Everyone who may be among the true nearest `limit`, best first, at most 64 people: `similarity` is the cosine of the
   * person's best template, and the exact one is not further from it than `error`.
   */
  readonly people: SketchedPerson[];
  /** Whether every template was looked at: only then it is proven that nobody else can be among the nearest. */
  readonly thorough: boolean;
  /** False where more than 64 people are too alike for the sketch to tell apart: then ask the database itself. */
  readonly complete: boolean;
}

/** One answer of those of all shards: who may be among the nearest of a shard is among the nearest of all, or not. */
export function merge(found: readonly Contenders[], limit: number, thorough: boolean): SketchAnswer {
  const all = found.flatMap(({ people }) => people).sort((a, b) => b.similarity - a.similarity);
  const sure = all.map(({ similarity, error }) => similarity - error).sort((a, b) => b - a);
  const bar = sure[limit - 1] ?? -Infinity;
  const contenders = all.filter(({ similarity, error }) => similarity + error >= bar);
  return {
    people: contenders.slice(0, MOST_PEOPLE),
    thorough,
    complete: contenders.length <= MOST_PEOPLE && found.every(({ complete }) => complete),
  };
}
