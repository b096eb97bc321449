import { z } from 'zod';

/** A file that is no safetensors file, is damaged, or holds what we do not read. The message says what is wrong. */
export class SafetensorsError extends Error {
  override readonly name = 'SafetensorsError';
}

/** Where an array lies, as the header says. */
export interface SafetensorsEntry {
  readonly name: string;
  readonly shape: readonly number[];
  /** In bytes behind the header. */
  readonly data_offsets: readonly [from: number, to: number];
}

/** Bytes that say how long the header is. */
export const LENGTH_BYTES = 8;

/** The format's own bound of the header, in bytes. */
const MAX_HEADER_BYTES = 100_000_000;
const METADATA = '__metadata__';

const entrySchema = z.object({
  dtype: z.string(),
  shape: z.array(z.int().nonnegative()),
  data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
});

/**
 * Where the arrays begin: behind the length of the header and the header.
 *
 * @param bytes the first eight of the file, or more
 * @param size of the whole file, where it is known
 * @throws {SafetensorsError} when there can be no such header
 */
export function headerEnd(bytes: Uint8Array, size = Infinity): number {
  if (bytes.length < LENGTH_BYTES) throw wrong('the file is too short');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length <= Math.min(MAX_HEADER_BYTES, size - LENGTH_BYTES)) return LENGTH_BYTES + Number(length);
  throw wrong(`its header would take ${length} bytes of ${size}`);
}

/**
 * The arrays that a header names, in the order in which they lie.
 *
 * @param bytes of the file, up to `headerEnd` at least
 * @param wanted which names count; only these have to be of F32
 */
export function readEntries(
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
): SafetensorsEntry[] {
  const header = readHeader(bytes.subarray(LENGTH_BYTES, headerEnd(bytes)));
  return Object.entries(header)
    .filter(([name]) => name !== METADATA && wanted(name))
    .map(([name, entry]) => parseEntry(name, entry))
    .sort(byPosition);
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

function parseEntry(name: string, entry: unknown): SafetensorsEntry {
  const parsed = entrySchema.safeParse(entry);
  if (!parsed.success) throw wrong(`the header's entry ${name} is not valid`);
  const { dtype, shape, data_offsets } = parsed.data;
  if (dtype !== 'F32') throw wrong(`${name} is of ${dtype}, only F32 is read`);
  const due = shape.reduce((product, size) => product * size, Float32Array.BYTES_PER_ELEMENT);
  const held = data_offsets[1] - data_offsets[0];
  if (held !== due) throw wrong(`${name} holds ${held} bytes where [${shape.join(', ')}] takes ${due}`);
  return { name, shape, data_offsets };
}

/** An empty array lies before the one that begins at the same byte. */
function byPosition(one: SafetensorsEntry, other: SafetensorsEntry): number {
  const [[a, aEnd], [b, bEnd]] = [one.data_offsets, other.data_offsets];
  return a - b || aEnd - bEnd;
}

export const wrong = (reason: string) =>
  new SafetensorsError(`This is no readable safetensors file: ${reason}.`);
