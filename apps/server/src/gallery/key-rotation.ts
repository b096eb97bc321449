import { Injectable } from '@nestjs/common';
import type { RotationResult } from '@rollcall/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Broadcast } from '../platform/broadcast/broadcast.js';
import type { JobContext, JobHandler } from '../platform/jobs/job-handler.js';
import { GalleryState } from './gallery-state.js';
import { TemplateKeys } from './template-keys.js';

/** Told when another key or another model serves. */
export const SERVING_CHANGED = 'gallery.serving';

const BATCH = 500;
/** Both hold rotated vectors; of a template the face goes along, of a negative the check-in. */
const TABLES = ['face_templates', 'gallery_negatives'] as const;
type Table = (typeof TABLES)[number];
const OWN_COLUMNS: Record<Table, string> = { face_templates: 'face_id', gallery_negatives: 'check_in_id' };

interface Kept {
  readonly id: string;
  readonly modelId: string;
  readonly embedding: string;
}

/**
 * Re-issues every rotated vector under the newest key. The old ones serve until the last one has its twin, then the
 * new ones do, from one statement to the next; only then do the old ones go. Started again it goes on where it was.
 */
@Injectable()
export class KeyRotation implements JobHandler<'templates.rotate-key'> {
  readonly kind = 'templates.rotate-key';

  constructor(
    private readonly source: DataSource,
    private readonly state: GalleryState,
    private readonly keys: TemplateKeys,
    private readonly broadcast: Broadcast,
  ) {}

  async run(_payload: Record<string, never>, context: JobContext): Promise<RotationResult> {
    const [fromKey, toKey] = [await this.state.servingKey(), this.keys.newest];
    const templates = await this.count();
    if (fromKey !== toKey) {
      for (const table of TABLES) await this.reissueAll(table, fromKey, toKey, templates, context);
      await this.source.transaction((manager) => this.switchOver(manager, fromKey, toKey));
      this.broadcast.tell(SERVING_CHANGED, toKey);
    }
    for (const table of TABLES) await this.removeOld(table, toKey, context.signal);
    return { fromKey, toKey, templates };
  }

  private async reissueAll(
    table: Table,
    fromKey: string,
    toKey: string,
    templates: number,
    { signal, progress }: JobContext,
  ): Promise<void> {
    for (let done = 0, batch = BATCH; batch === BATCH; done += batch) {
      signal.throwIfAborted();
      batch = await this.reissue(this.source.manager, table, fromKey, toKey);
      const step = Math.min(templates, done + batch);
      if (table === 'face_templates')
        progress({ step, steps: templates, progress: (90 * step) / (templates || 1) });
    }
  }

  /** Gives a batch of vectors their twins; answers how many there were. */
  private async reissue(
    manager: EntityManager,
    table: Table,
    fromKey: string,
    toKey: string,
  ): Promise<number> {
    const own = OWN_COLUMNS[table];
    const rows = await manager.query<Kept[]>(
      `SELECT t.id, t.model_id AS "modelId", t.embedding::text AS embedding FROM ${table} t
       WHERE t.key_id = $1 AND NOT EXISTS (
         SELECT FROM ${table} twin
         WHERE twin.${own} = t.${own} AND twin.person_id = t.person_id AND twin.model_id = t.model_id AND twin.key_id = $2)
       ORDER BY t.id LIMIT ${BATCH}`,
      [fromKey, toKey],
    );
    const vectors = rows.map((row) => this.turn(row, fromKey, toKey));
    // One that was removed meanwhile finds no row to join.
    await manager.query(
      `INSERT INTO ${table} (id, ${own}, person_id, model_id, key_id, embedding, created_at)
       SELECT n.id, t.${own}, t.person_id, t.model_id, $4, n.embedding::vector, t.created_at
       FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS n (old, id, embedding) JOIN ${table} t ON t.id = n.old
       ON CONFLICT DO NOTHING`,
      [rows.map(({ id }) => id), rows.map(() => uuidv7()), vectors, toKey],
    );
    return rows.length;
  }

  private turn({ modelId, embedding }: Kept, fromKey: string, toKey: string): string {
    const stored = JSON.parse(embedding) as number[];
    const face = this.keys.rotation(fromKey, modelId, stored.length).invert(stored);
    return JSON.stringify(this.keys.rotation(toKey, modelId, stored.length).apply(face));
  }

  /** What was enrolled since the last batch is re-issued while nobody can enrol; then the new key serves. */
  private async switchOver(manager: EntityManager, fromKey: string, toKey: string): Promise<void> {
    await this.state.hold(manager);
    for (const table of TABLES) while ((await this.reissue(manager, table, fromKey, toKey)) === BATCH);
    await manager.query('UPDATE gallery_state SET key_id = $1', [toKey]);
  }

  private async removeOld(table: Table, toKey: string, signal: AbortSignal): Promise<void> {
    for (let gone = BATCH; gone === BATCH;) {
      signal.throwIfAborted();
      const [, count] = await this.source.query<[unknown, number]>(
        `DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE key_id <> $1 LIMIT ${BATCH})`,
        [toKey],
      );
      gone = count;
    }
  }

  private async count(): Promise<number> {
    const [row] = await this.source.query<[{ count: number }]>(
      'SELECT count(*)::int AS count FROM face_templates WHERE key_id = (SELECT key_id FROM gallery_state)',
    );
    return row.count;
  }
}
