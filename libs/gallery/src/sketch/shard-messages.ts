import type { Contenders, ShardQuestion } from './sketch.js';
import { NotUnitVector, SketchFull } from './sketch-errors.js';
import type { TemplateBatch } from './template-batch.js';

/** What a shard's thread is started with. */
export interface ShardSetup {
  readonly kernel: WebAssembly.Module;
  readonly dimension: number;
}

/** What a shard is asked; it answers in order, one answer for each. */
export type ShardRequest =
  | { readonly kind: 'replace'; readonly batch: TemplateBatch }
  | { readonly kind: SearchWay; readonly question: ShardQuestion };

/** By sign bits first, or all templates. */
export type SearchWay = 'signs' | 'all';

/** How much a shard holds. */
export interface Holdings {
  readonly templates: number;
  readonly people: number;
  readonly bytes: number;
}

/** What it says: `found` only where it was asked to search. A refusal has changed nothing. */
export type ShardAnswer =
  | { readonly kind: 'done'; readonly holds: Holdings; readonly found: Contenders | null }
  | { readonly kind: 'refused'; readonly name: string; readonly message: string };

/** Whether an error says that a request cannot be met; after any other error the shard is not to be trusted. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof NotUnitVector || error instanceof SketchFull;
}

/** The error of a refusal, with its class, after it has crossed to another thread. */
export function refusal({ name, message }: { name: string; message: string }): Error {
  return Object.assign(name === 'SketchFull' ? new SketchFull(0) : new NotUnitVector(0), { message });
}
