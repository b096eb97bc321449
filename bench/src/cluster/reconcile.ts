import { isDeepStrictEqual } from 'node:util';
import { checkInAnswer, type CheckInAnswer } from '@rollcall/contracts';
import pg from 'pg';
import type { Acknowledged } from './kiosk.js';

/** What the kiosks were told beside what the database holds. All but the first four should be 0. */
export interface Reconciliation {
  readonly acknowledged: number;
  /** Of these, answers that had been given before and were lost on the way. */
  readonly replayed: number;
  readonly checkIns: number;
  readonly punches: number;
  /** Told a kiosk, and not in the database: the check-in, its punch, its frame, or the answer under its key. */
  readonly lost: { checkIns: number; punches: number; frames: number; answers: number };
  /** In the database, and no kiosk was told: counted twice, or counted though nobody asked. */
  readonly surplus: { checkIns: number; punches: number; answers: number };
  /** Frames that were answered with a check-in which another frame was answered with as well. */
  readonly shared: number;
  /** Frames that belong to no check-in; the retention clock takes them on their day. */
  readonly leftFrames: number;
}

export interface Row {
  readonly id: string;
  readonly decision: string;
  readonly personId: string | null;
  readonly frame: boolean;
  readonly punches: number;
  readonly punchOf: string | null;
}

/** Compares everything that these kiosks were answered with what is recorded of them. */
export async function reconcile(
  databaseUrl: string,
  devices: readonly string[],
  acknowledged: readonly Acknowledged[],
): Promise<Reconciliation> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const rows = (await client.query<Row>(CHECK_INS, [devices])).rows;
    const answers = (await client.query<{ key: string; answer: CheckInAnswer }>(ANSWERS, [devices])).rows;
    const [left] = (await client.query<{ n: number }>(LEFT_FRAMES)).rows;
    return { ...compare(acknowledged, rows, answers), leftFrames: left!.n };
  } finally {
    await client.end();
  }
}

/** What is lost, and what is too much. */
export function compare(
  acknowledged: readonly Acknowledged[],
  rows: readonly Row[],
  kept: readonly { key: string; answer: CheckInAnswer }[],
): Omit<Reconciliation, 'leftFrames'> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const answers = new Map(kept.map(({ key, answer }) => [key, checkInAnswer.parse(answer)]));
  const told = new Set(acknowledged.map(({ answer }) => answer.id));
  const keys = new Set(acknowledged.map(({ key }) => key));
  const count = <T>(all: readonly T[], is: (each: T) => boolean) => all.filter(is).length;
  // A duplicate is answered with the check-in that it repeats.
  const ownIds = acknowledged.flatMap(({ answer: { decision, id } }) => (decision === 'duplicate' ? [] : id));
  const matched = acknowledged.filter(({ answer }) => answer.decision === 'matched');
  return {
    acknowledged: acknowledged.length,
    replayed: count(acknowledged, ({ replayed }) => replayed),
    checkIns: rows.length,
    punches: rows.reduce((sum, row) => sum + row.punches, 0),
    lost: {
      checkIns: count(acknowledged, ({ answer }) => !recordsIt(byId.get(answer.id), answer)),
      punches: count(matched, ({ answer }) => byId.get(answer.id)?.punchOf !== answer.person?.id),
      frames: count(acknowledged, ({ answer }) => !byId.get(answer.id)?.frame),
      answers: count(acknowledged, ({ key, answer }) => !isDeepStrictEqual(answers.get(key), answer)),
    },
    surplus: {
      checkIns: count(rows, ({ id }) => !told.has(id)),
      punches: count(rows, ({ punches, decision }) => punches !== (decision === 'matched' ? 1 : 0)),
      answers: count(kept, ({ key }) => !keys.has(key)),
    },
    shared: ownIds.length - new Set(ownIds).size,
  };
}

const recordsIt = (row: Row | undefined, { decision, person }: CheckInAnswer) =>
  row !== undefined &&
  (decision === 'duplicate' || row.decision === decision) &&
  row.personId === (person?.id ?? null);

const CHECK_INS = `
  SELECT c.id, c.decision, c.person_id AS "personId", b.blob_id IS NOT NULL AS frame,
    (SELECT count(*)::int FROM punches p WHERE p.check_in_id = c.id) AS punches,
    (SELECT min(p.person_id::text) FROM punches p WHERE p.check_in_id = c.id) AS "punchOf"
  FROM check_ins c LEFT JOIN blob_contents b ON b.blob_id = c.frame_id WHERE c.device_id = ANY($1)`;
const ANSWERS = 'SELECT key, answer FROM answered_requests WHERE device_id = ANY($1)';
const LEFT_FRAMES = `
  SELECT count(*)::int AS n FROM blobs b
  WHERE kind = 'frame' AND NOT EXISTS (SELECT FROM check_ins c WHERE c.frame_id = b.id)`;
