import type { ReadOptions } from '../face-engine.js';
import type { FaceReading } from '../face-reading.js';
import { ImageRejected, type ImageRejection } from '../image-rejected.js';
import type { ModelPack } from '../packs/model-pack.js';
import { PackError, type PackFault } from '../packs/pack-error.js';

/** What a worker thread is started with. */
export interface EngineSetup {
  readonly pack: ModelPack;
  readonly threads: number;
}

/** One image for the worker; it answers in order, one at a time. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly options: ReadOptions;
}

/** What the worker says: once that it is ready, then one answer for each request. */
export type EngineAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reading'; readonly reading: FaceReading }
  | { readonly kind: 'failure'; readonly failure: PlainError };

/** What is left of an error when it crosses to another thread. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
}

/** Takes an error apart, because structured cloning drops its class and its code. */
export function toPlainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack, code } = error as Error & { code?: unknown };
  return { name, message, ...(stack && { stack }), ...(typeof code === 'string' && { code }) };
}

/** Puts the error together again, with the class and the code that it had. */
export function fromPlainError({ name, message, code, stack }: PlainError): Error {
  if (name === 'ImageRejected') return new ImageRejected(code as ImageRejection, message);
  if (name === 'PackError') return new PackError(code as PackFault, message);
  return Object.assign(new Error(message), { name }, code && { code }, stack && { stack });
}
