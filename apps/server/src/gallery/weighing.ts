import type { EntityManager } from 'typeorm';
import type { Database } from '../platform/database/database.js';
import { askPlanned } from '../platform/database/planned-statement.js';

/** A person and how like the probe the best of that person's templates is. */
export interface Candidate {
  readonly personId: string;
  /** Cosine, -1 to 1. */
  readonly similarity: number;
  /** Best cosine to a face that a reviewer said is not this person; null where there is none. */
  readonly negative: number | null;
  /** People with whom this one was confused before, and how much more lead is asked between the two. */
  readonly confusions: readonly { readonly personId: string; readonly extraMargin: number }[];
}

/** Whose templates a probe is compared with. */
export interface Scale {
  /** The probe, rotated by that model's key, in pgvector's binary form. */
  readonly vector: Buffer;
  readonly modelId: string;
  readonly keyId: string;
  readonly inactiveToo: boolean;
  readonly limit: number;
}

/** What weighing found, and what the gallery had come to in the same moment. */
export interface Weighed {
  readonly candidates: Candidate[];
  readonly version: number;
  readonly keyId: string;
}

/**
 * The exact scores of the people who were named, and of everyone who changed since the version that named them, so
 * that whoever names may be a little behind. A person's score is the best cosine over the person's templates;
 * pgvector's `<=>` is one minus the cosine.
 *
 * Written so that any plan is a good one, however large the tables are and whatever is known of them: everything is
 * looked up person by person. `BETWEEN` rather than `>`, of which the planner expects a third of all changes.
 */
const WEIGH = {
  name: 'gallery_weigh',
  text: `
  WITH named AS (
    SELECT unnest($6::uuid[]) AS person_id
    UNION SELECT person_id FROM gallery_changes
      WHERE version BETWEEN $7::bigint + 1 AND (SELECT version FROM gallery_state WHERE id = 1)),
  weighed AS MATERIALIZED (
    SELECT named.person_id, score.similarity
    FROM named CROSS JOIN LATERAL (
      SELECT 1 - min(t.embedding <=> $1::vector) AS similarity FROM face_templates t
      WHERE t.person_id = named.person_id AND t.model_id = $2 AND t.key_id = $3) score
    WHERE score.similarity IS NOT NULL
      AND ($5 OR (SELECT status = 'active' FROM people WHERE id = named.person_id))
    ORDER BY score.similarity DESC LIMIT $4)
  SELECT s.version, s.key_id AS "keyId", w.person_id AS "personId", w.similarity,
    (SELECT 1 - min(n.embedding <=> $1::vector) FROM gallery_negatives n
      WHERE n.person_id = w.person_id AND n.model_id = $2 AND n.key_id = $3) AS negative,
    (SELECT json_agg(json_build_object(
        'personId', CASE WHEN c.person_a = w.person_id THEN c.person_b ELSE c.person_a END,
        'extraMargin', c.extra_margin))
      FROM gallery_confusions c WHERE w.person_id IN (c.person_a, c.person_b)) AS confusions
  FROM gallery_state s LEFT JOIN weighed w ON true
  WHERE s.id = 1
  ORDER BY w.similarity DESC`,
};

type Row = { version: string; keyId: string; confusions: Candidate['confusions'] | null } & (
  { personId: null } | { personId: string; similarity: number; negative: number | null }
);

/** Weighs the named people exactly. `sinceVersion` is the one that the names rest on. */
export async function weigh(
  database: Database,
  manager: EntityManager,
  { vector, modelId, keyId, limit, inactiveToo }: Scale,
  personIds: readonly string[],
  sinceVersion: number,
): Promise<Weighed> {
  const rows = await askPlanned<Row>(database, manager, WEIGH, [
    vector,
    modelId,
    keyId,
    limit,
    inactiveToo,
    personIds,
    sinceVersion,
  ]);
  const [{ version, keyId: serving }] = rows as [Row];
  return { candidates: rows.flatMap(candidateOf), version: Number(version), keyId: serving };
}

function candidateOf(row: Row): Candidate[] {
  if (row.personId === null) return [];
  const { personId, similarity, negative, confusions } = row;
  return [{ personId, similarity, negative, confusions: confusions ?? [] }];
}
