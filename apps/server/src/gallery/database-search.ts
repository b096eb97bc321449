import type { EntityManager } from 'typeorm';
import type { Scale } from './weighing.js';

/**
 * Everybody, exactly: the people with the best cosine over their templates. Planning is kept cheap; parallel workers
 * only start where the gallery is large enough to be worth it.
 */
const SCAN = `
  SELECT t.person_id AS "personId"
  FROM face_templates t JOIN people p ON p.id = t.person_id
  WHERE t.model_id = $2 AND t.key_id = $3 AND (p.status = 'active' OR $5)
  GROUP BY t.person_id
  ORDER BY min(t.embedding <=> $1::vector)
  LIMIT $4`;

/** The people whom an exact scan in the database finds closest; works always, takes as long as the gallery is large. */
export async function scan(manager: EntityManager, scale: Scale): Promise<string[]> {
  await manager.query('SET LOCAL jit = off');
  const { vector, modelId, keyId, limit, inactiveToo } = scale;
  const rows = await manager.query<{ personId: string }[]>(SCAN, [
    vector,
    modelId,
    keyId,
    limit,
    inactiveToo,
  ]);
  return rows.map(({ personId }) => personId);
}

/** How many templates the index is asked for: several of the best people's. */
const NEIGHBOURS = 100;

export interface IndexSearch {
  readonly dimension: number;
  /** Candidates that HNSW keeps in view; more of them miss fewer. */
  readonly efSearch: number;
}

/**
 * The people whom the HNSW index finds closest. It may miss some: what it answers is believed only where it is far
 * above doubt. The statement must name model and key as the partial index does, so they are written into it.
 */
export async function nearestByIndex(
  manager: EntityManager,
  { vector, modelId, keyId }: Scale,
  { dimension, efSearch }: IndexSearch,
): Promise<string[]> {
  await manager.query(
    `SET LOCAL jit = off; SET LOCAL hnsw.ef_search = ${efSearch}; SET LOCAL hnsw.iterative_scan = relaxed_order`,
  );
  const type = `halfvec(${dimension})`;
  const rows = await manager.query<{ personId: string }[]>(
    `SELECT person_id AS "personId" FROM face_templates
     WHERE model_id = ${literal(modelId)} AND key_id = ${literal(keyId)}
     ORDER BY embedding::${type} <=> $1::vector::${type} LIMIT ${NEIGHBOURS}`,
    [vector],
  );
  return [...new Set(rows.map(({ personId }) => personId))];
}

/** A text constant of SQL. */
export const literal = (value: string) => `'${value.replaceAll("'", "''")}'`;
