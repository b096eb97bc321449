/** People and all the templates that each of them has: what the sketch takes in one piece. */
export interface TemplateBatch {
  /** One entry a person; of a person who is named twice, the last one holds. */
  readonly personIds: readonly string[];
  /** Whether the person is found without being asked for specially. */
  readonly active: readonly boolean[];
  /** Templates a person; 0 forgets the person. */
  readonly rows: Uint32Array;
  /** The templates one after the other, in the order of the people: unit vectors of `dimension` entries. */
  readonly vectors: Float32Array;
}

/**
 * Looks whether the parts of a batch fit together.
 *
 * @throws {RangeError} when they do not
 */
export function checkShape({ personIds, active, rows, vectors }: TemplateBatch, dimension: number): void {
  if (active.length !== personIds.length || rows.length !== personIds.length)
    throw new RangeError('A batch says for each person whether active and how many templates.');
  const templates = rows.reduce((sum, count) => sum + count, 0);
  if (vectors.length !== templates * dimension)
    throw new RangeError(
      `${templates} templates have ${templates * dimension} entries, not ${vectors.length}.`,
    );
}
