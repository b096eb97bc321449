import type { TemplateBatch } from '@rollcall/gallery';
import type { EntityManager } from 'typeorm';

/** Which templates: of one model under one key. */
export interface TemplateSet {
  readonly modelId: string;
  readonly keyId: string;
  readonly dimension: number;
}

interface Row {
  readonly personId: string;
  readonly active: boolean;
  /** Base64 in lines, of pgvector's binary form: two 16-bit numbers, then 32-bit floats, all big-endian. */
  readonly vector: string;
}

const HEADER_BYTES = 4;
const COLUMNS = `t.person_id AS "personId", p.status = 'active' AS active,
  encode(vector_send(t.embedding), 'base64') AS vector
  FROM face_templates t JOIN people p ON p.id = t.person_id
  WHERE t.model_id = $1 AND t.key_id = $2`;

interface Page {
  /** Whole people only. */
  readonly rows: Row[];
  readonly isLast: boolean;
}

/** Every template, in batches of whole people. The next batch is read while the caller takes this one in. */
export async function* allTemplates(
  manager: EntityManager,
  set: TemplateSet,
  pageSize = 4_000,
): AsyncGenerator<TemplateBatch> {
  const readAfter = (personId: string) => {
    const page = pageAfter(manager, set, personId, pageSize);
    page.catch(() => undefined); // Whoever takes it learns of it; nobody may.
    return page;
  };
  let reading = readAfter('00000000-0000-0000-0000-000000000000');
  for (;;) {
    const { rows, isLast } = await reading;
    if (!isLast) reading = readAfter(rows.at(-1)!.personId);
    if (rows.length > 0) yield batchOf(rows, set.dimension);
    if (isLast) return;
  }
}

/** The second bound says nothing new, but without it the planner reads everybody up to the first person each time. */
async function pageAfter(
  manager: EntityManager,
  set: TemplateSet,
  personId: string,
  limit: number,
): Promise<Page> {
  const rows = await manager.query<Row[]>(
    `SELECT ${COLUMNS} AND t.person_id > $3 AND p.id > $3 ORDER BY t.person_id LIMIT $4`,
    [set.modelId, set.keyId, personId, limit],
  );
  if (rows.length < limit) return { rows, isLast: true };
  // It may end in the middle of a person, who then comes whole with the next one.
  const last = rows.at(-1)!.personId;
  const whole = rows.filter((row) => row.personId !== last);
  // One person fills the page.
  return whole.length > 0 ? { rows: whole, isLast: false } : pageAfter(manager, set, personId, limit * 2);
}

/** What is known of these people now; those without a template come with none. */
export async function templatesOf(
  manager: EntityManager,
  set: TemplateSet,
  personIds: readonly string[],
): Promise<TemplateBatch> {
  const rows = await manager.query<Row[]>(
    `SELECT ${COLUMNS} AND t.person_id = ANY ($3) ORDER BY t.person_id`,
    [set.modelId, set.keyId, personIds],
  );
  const found = new Set(rows.map(({ personId }) => personId));
  return batchOf(
    rows,
    set.dimension,
    [...new Set(personIds)].filter((id) => !found.has(id)),
  );
}

function batchOf(rows: readonly Row[], dimension: number, gone: readonly string[] = []): TemplateBatch {
  const personIds: string[] = [];
  const active: boolean[] = [];
  const counts: number[] = [];
  const vectors = new Float32Array(rows.length * dimension);
  rows.forEach((row, i) => {
    if (personIds.at(-1) !== row.personId) {
      personIds.push(row.personId);
      active.push(row.active);
      counts.push(0);
    }
    counts[counts.length - 1]!++;
    vectors.set(decode(row.vector, dimension), i * dimension);
  });
  for (const id of gone) {
    personIds.push(id);
    active.push(false);
    counts.push(0);
  }
  return { personIds, active, rows: Uint32Array.from(counts), vectors };
}

function decode(base64: string, dimension: number): Float32Array {
  const bytes = Buffer.from(base64, 'base64').subarray(HEADER_BYTES);
  if (bytes.length !== dimension * 4) throw new Error('A template has another dimension than its model.');
  // A copy of its own, so that it starts at a multiple of four.
  const own = new Uint8Array(bytes.length);
  own.set(bytes);
  Buffer.from(own.buffer).swap32();
  return new Float32Array(own.buffer);
}
