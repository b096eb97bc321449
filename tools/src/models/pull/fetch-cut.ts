import { createHash } from 'node:crypto';
import { cutVgg16, headerEnd, type Vgg16Cut } from '@rollcall/vision';
import type { Origin } from './origin.js';
import type { PartContent, PartFile } from './part-file.js';
import { steadyBytes, type Patience } from './steady-bytes.js';

/** Room for every header that one comes across. */
const START_BYTES = 1 << 16;

/** The beginning of a published file. */
export interface FileStart {
  readonly cut: Vgg16Cut;
  /** Whether its origin gives parts of it. */
  readonly partial: boolean;
  /** In bytes. */
  readonly size: number | null;
  readonly tag: string | null;
}

/** Is told how many bytes have come. */
export type OnBytes = (count: number) => void;

/** Reads the header of a file. */
export async function readStart(origin: Origin, patience: Patience): Promise<FileStart> {
  const found = { partial: false, size: null as number | null, tag: null as string | null };
  let bytes: Uint8Array = new Uint8Array();
  let to = START_BYTES;
  do {
    const missing = { from: bytes.length, to };
    const onAnswer = ({ partial, size, tag }: typeof found) => Object.assign(found, { partial, size, tag });
    for await (const chunk of steadyBytes(origin, missing, patience, found.tag, onAnswer))
      bytes = Buffer.concat([bytes, chunk]);
    to = headerEnd(bytes, found.size ?? Infinity);
  } while (bytes.length < to);
  return { cut: cutVgg16(bytes), ...found };
}

/** Fetches what is missing of the cut, and nothing else. */
export async function fetchRanges(
  origin: Origin,
  { cut, tag }: { readonly cut: PartContent; readonly tag: string | null },
  part: PartFile,
  patience: Patience,
  onBytes: OnBytes,
): Promise<void> {
  let had = part.length - cut.header.length;
  for (const { from, to } of cut.ranges) {
    const skipped = Math.min(had, to - from);
    had -= skipped;
    for await (const chunk of steadyBytes(origin, { from: from + skipped, to }, patience, tag)) {
      await part.append(chunk);
      onBytes(chunk.length);
    }
  }
}

/**
 * Reads the whole file and keeps the cut.
 *
 * @returns the sha256 of the whole
 */
export async function fetchWhole(
  origin: Origin,
  { cut, tag }: FileStart,
  part: PartFile,
  patience: Patience,
  onBytes: OnBytes,
): Promise<string> {
  const hash = createHash('sha256');
  let place = 0;
  await part.restart();
  for await (const chunk of steadyBytes(origin, { from: 0, to: Infinity }, patience, tag)) {
    hash.update(chunk);
    for (const { from, to } of cut.ranges) {
      const wanted = chunk.subarray(Math.max(0, from - place), Math.max(0, to - place));
      if (wanted.length > 0) await part.append(wanted);
    }
    place += chunk.length;
    onBytes(chunk.length);
  }
  return hash.digest('hex');
}
