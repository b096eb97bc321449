import { createHash } from 'node:crypto';

export const CHAIN_START = '0'.repeat(64);

/** What one entry of the chain vouches for. */
export interface Link {
  readonly id: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string | null;
  readonly details: Record<string, unknown>;
}

/** The hash of an entry: whoever changes, removes or inserts one breaks every hash after it. */
export function linkHash(previous: string, link: Link): string {
  const { id, at, actor, action, subject, details } = link;
  const body = JSON.stringify([id, at.toISOString(), actor, action, subject, canonical(details)]);
  return createHash('sha256').update(previous).update(body).digest('hex');
}

/** Keys in order, so that the database may store the object as it likes. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, canonical(each)]);
}
