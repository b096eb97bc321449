import { z } from 'zod';

/** One array of numbers of a safetensors file; elements in row-major order of `shape`. */
export interface SafeTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** The arrays of a safetensors file by their names. */
export type SafeTensors = ReadonlyMap<string, SafeTensor>;

/** A file that is no safetensors file, is damaged, or holds what we do not read. The message says what is wrong. */
export class SafetensorsError extends Error {
  override readonly name = 'SafetensorsError';
}

/** The format's own bound of the header, in bytes. */
const MAX_HEADER_BYTES = 100_000_000;

const LENGTH_BYTES = 8;
const METADATA = '__metadata__';

const entrySchema = z.object({
  dtype: z.string(),
  shape: z.array(z.int().nonnegative()),
  data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
});
type Entry = z.infer<typeof entrySchema>;

/**
 * Reads a safetensors file (https://huggingface.co/docs/safetensors): the length of the header as a little-endian
 * 64-bit integer, the header as JSON, then the arrays one behind the other without a gap.
 *
 * @param bytes the whole file; where its arrays lie on a multiple of four, the tensors are views of it
 * @throws {SafetensorsError} when the header does not describe the bytes exactly, or an array is not of F32
 */
export function readSafetensors(bytes: Uint8Array): SafeTensors {
  const start = LENGTH_BYTES + headerLength(bytes);
  const body = bytes.subarray(start);
  const entries = Object.entries(readHeader(bytes.subarray(LENGTH_BYTES, start)))
    .filter(([name]) => name !== METADATA)
    .map(([name, entry]) => ({ name, ...parseEntry(name, entry) }))
    .sort(byPosition);
  let end = 0;
  const tensors = new Map<string, SafeTensor>();
  for (const { name, shape, data_offsets: offsets } of entries) {
    if (offsets[0] !== end) throw wrong(`${name} begins at byte ${offsets[0]} where ${end} is due`);
    end = offsets[1];
    if (end > body.length) throw wrong(`${name} ends at byte ${end} of ${body.length}: the file is cut off`);
    tensors.set(name, { shape, data: floats(body.subarray(...offsets)) });
  }
  if (end !== body.length) throw wrong(`the arrays take ${end} bytes, the file holds ${body.length}`);
  return tensors;
}

function headerLength(bytes: Uint8Array): number {
  if (bytes.length < LENGTH_BYTES) throw wrong('the file is too short');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length <= BigInt(Math.min(MAX_HEADER_BYTES, bytes.length - LENGTH_BYTES))) return Number(length);
  throw wrong(`its header would take ${length} bytes of ${bytes.length}`);
}

function readHeader(bytes: Uint8Array): object {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw wrong('its header is not JSON');
  }
  if (typeof header === 'object' && header !== null && !Array.isArray(header)) return header;
  throw wrong('its header is not an object');
}

function parseEntry(name: string, entry: unknown): Entry {
  const parsed = entrySchema.safeParse(entry);
  if (!parsed.success) throw wrong(`the header's entry ${name} is not valid`);
  const { dtype, shape, data_offsets } = parsed.data;
  if (dtype !== 'F32') throw wrong(`${name} is of ${dtype}, only F32 is read`);
  const due = shape.reduce((product, size) => product * size, Float32Array.BYTES_PER_ELEMENT);
  const held = data_offsets[1] - data_offsets[0];
  if (held !== due) throw wrong(`${name} holds ${held} bytes where [${shape.join(', ')}] takes ${due}`);
  return parsed.data;
}

/** An empty array lies before the one that begins at the same byte. */
function byPosition({ data_offsets: [a, aEnd] }: Entry, { data_offsets: [b, bEnd] }: Entry): number {
  return a - b || aEnd - bEnd;
}

/** A view where the bytes lie on a multiple of four, a copy where they do not. */
function floats(bytes: Uint8Array): Float32Array {
  const { buffer, byteOffset, length } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  return new Float32Array(buffer, byteOffset, length / Float32Array.BYTES_PER_ELEMENT);
}

const wrong = (reason: string) => new SafetensorsError(`This is no readable safetensors file: ${reason}.`);
