import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { StartupError } from '../platform/config/startup-error.js';
import { missingKey, TemplateKeys } from './template-keys.js';
import { GalleryStateRow } from './gallery-state.entity.js';

export interface Held {
  readonly keyId: string;
  /** The pack that was activated; null while MODEL_PACK decides. */
  readonly pack: string | null;
}

/** Which version the gallery has reached, and which key and pack serve. One row, shared by all servers. */
@Injectable()
export class GalleryState {
  constructor(
    private readonly source: DataSource,
    private readonly keys: TemplateKeys,
    private readonly clock: Clock,
  ) {}

  async read(manager: EntityManager = this.source.manager): Promise<GalleryStateRow> {
    return manager.findOneByOrFail(GalleryStateRow, { id: 1 });
  }

  async version(manager: EntityManager = this.source.manager): Promise<number> {
    return Number((await this.read(manager)).version);
  }

  /** Nobody else changes the gallery until the caller's transaction ends; answers what serves until then. */
  async hold(manager: EntityManager): Promise<Held> {
    const lock = { mode: 'pessimistic_write' } as const;
    const { keyId, pack } = await manager.findOneOrFail(GalleryStateRow, { where: { id: 1 }, lock });
    return { keyId: keyId!, pack }; // The key was settled as the server started.
  }

  /** This pack is to decide from now on. */
  async activate(manager: EntityManager, pack: string, previousPack: string): Promise<void> {
    await this.hold(manager);
    await manager.update(GalleryStateRow, { id: 1 }, { pack, previousPack, activatedAt: this.clock.now() });
  }

  /** The key whose templates serve; at the first start that is the newest. @throws StartupError without that key */
  async servingKey(): Promise<string> {
    const keyId = (await this.read()).keyId ?? (await this.settleKey());
    if (!this.keys.ids.includes(keyId)) throw new StartupError(missingKey(keyId));
    return keyId;
  }

  /** Once, and the same for servers that start together. It reads every template where there are any. */
  private async settleKey(): Promise<string> {
    await this.source.query('UPDATE gallery_state SET key_id = $1 WHERE key_id IS NULL', [
      await this.firstKey(),
    ]);
    return (await this.read()).keyId!;
  }

  /** Before keys had a place of their own, templates named theirs alone. */
  private async firstKey(): Promise<string> {
    const rows = await this.source.query<{ keyId: string }[]>(
      'SELECT key_id AS "keyId" FROM face_templates GROUP BY key_id ORDER BY count(*) DESC LIMIT 1',
    );
    return rows[0]?.keyId ?? this.keys.newest;
  }
}
