import type { ReadOptions } from '../face-engine.js';
import type { FaceReading } from '../face-reading.js';
import type { ModelPack } from '../packs/model-pack.js';
import type { PlainError } from './plain-error.js';

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

/** An image, or that the thread is to end. */
export type EngineRequest = ReadRequest | 'stop';

/** What the worker says: once that it is ready, then one answer for each request. */
export type EngineAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reading'; readonly reading: FaceReading }
  | { readonly kind: 'failure'; readonly failure: PlainError };
