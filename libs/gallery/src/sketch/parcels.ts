import type { TemplateBatch } from './template-batch.js';

/**
 * About how many bytes of vectors are handed over at once: copying them takes the asking thread well under a
 * millisecond, quantising them takes a shard a few, which is how long a search may have to wait for them.
 */
const PARCEL_BYTES = 1_000_000;

/** Which shard keeps a person: spreads ids evenly (32-bit FNV-1a), and always in the same way. */
export function shardOf(personId: string, shards: number): number {
  if (shards === 1) return 0;
  let hash = 0x811c_9dc5;
  for (let i = 0; i < personId.length; i++) hash = Math.imul(hash ^ personId.charCodeAt(i), 0x0100_0193);
  hash ^= hash >>> 16;
  return (Math.imul(hash, 0x85eb_ca6b) >>> 0) % shards;
}

/**
 * Cuts a batch into parcels of whole people, each split by shard; the vectors are copied, parcel by parcel.
 *
 * @param batch one whose shape was checked
 */
export function* parcels(
  batch: TemplateBatch,
  dimension: number,
  shards: number,
): Generator<TemplateBatch[]> {
  const { personIds, rows } = batch;
  let row = 0;
  for (let person = 0; person < personIds.length;) {
    const from = { person, row };
    do row += rows[person++]!;
    while (
      person < personIds.length &&
      (row - from.row) * dimension * 4 < PARCEL_BYTES &&
      person - from.person < 4096
    );
    yield parcel(batch, dimension, shards, from, person);
  }
}

function parcel(
  { personIds, active, rows, vectors }: TemplateBatch,
  dimension: number,
  shards: number,
  from: { person: number; row: number },
  end: number,
): TemplateBatch[] {
  const parts = Array.from({ length: shards }, () => ({
    personIds: [] as string[],
    active: [] as boolean[],
    rows: [] as number[],
    pieces: [] as Float32Array[],
  }));
  let row = from.row;
  for (let person = from.person; person < end; person++) {
    const part = parts[shardOf(personIds[person]!, shards)]!;
    part.personIds.push(personIds[person]!);
    part.active.push(active[person]!);
    part.rows.push(rows[person]!);
    part.pieces.push(vectors.subarray(row * dimension, (row + rows[person]!) * dimension));
    row += rows[person]!;
  }
  return parts.map(({ pieces, rows: counts, ...people }) => ({
    ...people,
    rows: Uint32Array.from(counts),
    vectors: joined(pieces),
  }));
}

function joined(pieces: Float32Array[]): Float32Array {
  const whole = new Float32Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
