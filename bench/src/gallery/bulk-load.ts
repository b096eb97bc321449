import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TemplateRotation } from '@rollcall/gallery';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { BenchDatabase } from './bench-database.js';
import { BEGIN_ROWS, binaryRow, END_ROWS, text, timestamp, uuid, vector } from './binary-rows.js';
import type { SyntheticPeople } from './synthetic-people.js';

const ENROLLED_AT = new Date('2026-01-05T08:00:00Z');
const PEOPLE_AT_ONCE = 100;

/** Under which model and key the server will look for the templates. */
export interface TemplateSpace {
  readonly modelId: string;
  readonly key: Buffer;
}

export interface Loaded {
  /** The whole load, with making and rotating the vectors. */
  readonly seconds: number;
  /** Of that, in which this process only made and rotated them. */
  readonly makingSeconds: number;
}

/** An id of the n-th thing of a kind: as sql, since the database makes those rows itself. */
const ID = (kind: number, n: string) =>
  `('01980000-0000-700${kind}-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** What an enrolled photo leaves beside its template, as large as in life. */
const ROWS = `
  INSERT INTO people (id, employee_no, name, face_count, consent_version, consent_given_at, created_at, updated_at)
    SELECT ${ID(0, 'n')}, 'B' || n, 'Person ' || n, $2, 'bench', $3, $3, $3 FROM generate_series(0, $1::bigint - 1) n;
  INSERT INTO blobs (id, kind, bytes, created_at)
    SELECT ${ID(2, 'n')}, 'face', 60000, $3 FROM generate_series(0, $1::bigint * $2 - 1) n;
  INSERT INTO faces (id, person_id, photo_id, image_width, image_height, box, landmarks, quality, photo_hash, created_at)
    SELECT ${ID(1, 'n')}, ${ID(0, '(n / $2)')}, ${ID(2, 'n')}, 1280, 960,
      '{"x": 400.5, "y": 200.25, "width": 310.75, "height": 402.5}',
      '[[490.1, 350.2], [610.3, 351.4], [550.5, 420.6], [500.7, 500.8], [600.9, 501.1]]',
      '{"score": 0.91, "sharpness": 0.87, "brightness": 0.52, "faceSize": 310, "yaw": 2.1, "pitch": -3.4, "roll": 0.6}',
      md5(n::text) || md5(n::text || 'photo'), $3 FROM generate_series(0, $1::bigint * $2 - 1) n`;

/**
 * Everybody with all their templates, past triggers and foreign keys, as a backup would be restored; then the gallery's
 * version is set, since nothing counted it.
 */
export async function bulkLoad(
  database: BenchDatabase,
  synthetic: SyntheticPeople,
  people: number,
  { modelId, key }: TemplateSpace,
): Promise<Loaded> {
  const started = performance.now();
  const rotation = new TemplateRotation(key, modelId, synthetic.dimension);
  let makingMs = 0;
  await database.with(async (client) => {
    await client.query('SET session_replication_role = replica');
    for (const statement of ROWS.split(';')) await client.query(withValues(statement, people, synthetic));
    makingMs = await copyTemplates(client, synthetic, people, rotation, modelId);
    await client.query('UPDATE gallery_state SET version = 1');
    await client.query('VACUUM (ANALYZE) people, faces, face_templates');
  });
  return { seconds: (performance.now() - started) / 1000, makingSeconds: makingMs / 1000 };
}

function withValues(statement: string, people: number, { perPerson }: SyntheticPeople): string {
  return statement
    .replaceAll('$1', String(people))
    .replaceAll('$2', String(perPerson))
    .replaceAll('$3', `'${ENROLLED_AT.toISOString()}'`);
}

async function copyTemplates(
  client: pg.Client,
  synthetic: SyntheticPeople,
  people: number,
  rotation: TemplateRotation,
  modelId: string,
): Promise<number> {
  let makingMs = 0;
  function* portions(): Generator<Buffer> {
    yield BEGIN_ROWS;
    for (let person = 0; person < people; person += PEOPLE_AT_ONCE) {
      const started = performance.now();
      const end = Math.min(people, person + PEOPLE_AT_ONCE);
      const rows = [];
      for (let each = person; each < end; each++) rows.push(...rowsOf(each, synthetic, rotation, modelId));
      const portion = Buffer.concat(rows);
      makingMs += performance.now() - started;
      yield portion;
    }
    yield END_ROWS;
  }
  const columns = 'id, face_id, person_id, model_id, key_id, embedding, created_at';
  const copy = client.query(copyFrom(`COPY face_templates (${columns}) FROM STDIN (FORMAT binary)`));
  await pipeline(Readable.from(portions()), copy);
  return makingMs;
}

function rowsOf(
  person: number,
  synthetic: SyntheticPeople,
  rotation: TemplateRotation,
  modelId: string,
): Buffer[] {
  const constant = [text(modelId), text(rotation.keyId)];
  const at = timestamp(ENROLLED_AT);
  return synthetic.templates(person).map((template, i) => {
    const n = person * synthetic.perPerson + i;
    return binaryRow([
      uuid(numbered(3, n)),
      uuid(numbered(1, n)),
      uuid(synthetic.idOf(person)),
      ...constant,
      vector(rotation.apply(template)),
      at,
    ]);
  });
}

const numbered = (kind: number, n: number) =>
  `01980000-0000-700${kind}-8000-${n.toString(16).padStart(12, '0')}`;
