import type { EntityManager } from 'typeorm';

/** Photos, frames and other pictures, outside the database. What is put is encrypted before it rests anywhere. */
export abstract class BlobStore {
  /** Keeps the bytes until they are removed or `deleteAfter` has passed; answers their id. */
  abstract put(kind: BlobKind, bytes: Uint8Array, deleteAfter: Date | null): Promise<string>;
  /** The bytes, or null where they were removed, or where they should be and are not: the log tells of the latter. */
  abstract get(id: string): Promise<Buffer | null>;
  /** Whether the bytes ought to be there. */
  abstract isKept(id: string): Promise<boolean>;
  /** Lifts the deletion date, within the caller's transaction. */
  abstract keep(manager: EntityManager, id: string): Promise<void>;
  /** Makes these due now, within the caller's transaction: if it fails, nothing was lost. `sweep` removes them. */
  abstract expire(manager: EntityManager, ids: readonly string[]): Promise<void>;
  abstract remove(ids: readonly string[]): Promise<void>;
  /** Removes what is due; answers how many there were. */
  abstract sweep(): Promise<number>;
}

export type BlobKind = 'photo' | 'frame' | 'portrait' | 'style' | 'logo' | 'report';
