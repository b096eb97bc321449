import { headerEnd, LENGTH_BYTES, readEntries, type SafetensorsEntry } from './safetensors-header.js';

/** Bytes of a file, the last one not included. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** A safetensors file that holds some arrays of another one: its header, then these bytes of the other. */
export interface SafetensorsCut {
  readonly header: Uint8Array;
  /** In the order in which they lie; neighbours are one. */
  readonly ranges: readonly ByteRange[];
  /** Of the new file, in bytes. */
  readonly size: number;
  /** Names of its arrays. */
  readonly names: readonly string[];
}

/** Readers want their arrays on multiples of eight. */
const ALIGNMENT = 8;

/**
 * Plans a file with some arrays of another: the same header and arrays give the same bytes always. Where all arrays are
 * wanted it is the other file, byte by byte.
 *
 * @param start of the other file, up to `headerEnd` at least
 * @throws {SafetensorsError} when the header is not valid, or a wanted array is not of F32
 */
export function cutSafetensors(start: Uint8Array, wanted: (name: string) => boolean): SafetensorsCut {
  const end = headerEnd(start);
  const entries = readEntries(start, wanted);
  const ranges = joined(entries.map(({ data_offsets: [from, to] }) => ({ from: end + from, to: end + to })));
  const header = namesIn(start).every(wanted) ? start.slice(0, end) : headerOf(entries);
  const held = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  return { header, ranges, size: header.length + held, names: entries.map(({ name }) => name) };
}

/** Every name, also of arrays that we could not read. */
function namesIn(start: Uint8Array): string[] {
  const header = JSON.parse(
    new TextDecoder().decode(start.subarray(LENGTH_BYTES, headerEnd(start))),
  ) as object;
  return Object.keys(header).filter((name) => name !== '__metadata__');
}

function headerOf(entries: readonly SafetensorsEntry[]): Uint8Array {
  let at = 0;
  const described = entries.map(({ name, shape, data_offsets: [from, to] }) => {
    const offsets = [at, (at += to - from)];
    return [name, { dtype: 'F32', shape, data_offsets: offsets }];
  });
  const text = JSON.stringify(Object.fromEntries(described));
  const length = Math.ceil(text.length / ALIGNMENT) * ALIGNMENT;
  const header = new Uint8Array(LENGTH_BYTES + length);
  new DataView(header.buffer).setBigUint64(0, BigInt(length), true);
  header.set(new TextEncoder().encode(text.padEnd(length)), LENGTH_BYTES);
  return header;
}

function joined(ranges: readonly ByteRange[]): ByteRange[] {
  const found: ByteRange[] = [];
  for (const range of ranges) {
    const before = found.at(-1);
    if (before?.to === range.from) found[found.length - 1] = { from: before.from, to: range.to };
    else found.push(range);
  }
  return found;
}
