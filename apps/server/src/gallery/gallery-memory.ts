import {
  SketchBroken,
  SketchClosed,
  SketchPool,
  type SketchAnswer,
  type TemplateBatch,
  type TemplateRotation,
} from '@rollcall/gallery';
import type { DataSource } from 'typeorm';
import { allTemplates, templatesOf, type TemplateSet } from './template-pages.js';

/** Changes that are read at once while following. */
const CHANGES = 1_000;
/** Further behind than this, names would miss too many people who changed: the database answers until it has caught up. */
const MOST_BEHIND = 10_000;

/** Templates and the rotation that they are kept under. */
export interface Keyed {
  readonly set: TemplateSet;
  readonly rotation: TemplateRotation;
}

export interface MemoryQuestion {
  readonly limit: number;
  /** How far below the best score a person still matters. */
  readonly within: number;
  readonly inactiveToo?: boolean;
  readonly exceptPersonId?: string;
  /** Compare with everyone, whatever the quick look says. */
  readonly thorough?: boolean;
}

/**
 * One model's gallery in memory: a sketch that names who may be closest. It is filled from the database, follows it
 * by version, and is never believed about a score. It stays in the space of the key that it was opened with: what is
 * kept under another key since is turned into that space, so that a new key needs no new memory.
 */
export class GalleryMemory {
  private followed = 0;
  private filled = false;
  private working: Promise<void> = Promise.resolve();
  private closed = false;

  private constructor(
    private readonly source: DataSource,
    private readonly space: TemplateRotation,
    private serving: Keyed,
    private readonly sketch: SketchPool,
  ) {}

  static async open(source: DataSource, serving: Keyed): Promise<GalleryMemory> {
    const sketch = await SketchPool.open({ dimension: serving.set.dimension });
    return new GalleryMemory(source, serving.rotation, serving, sketch);
  }

  get dimension(): number {
    return this.serving.set.dimension;
  }

  get modelId(): string {
    return this.serving.set.modelId;
  }

  /** From now on templates are read under this key. */
  readUnder(serving: Keyed): void {
    this.serving = serving;
  }

  get state(): 'filling' | 'ready' | 'broken' {
    if (this.sketch.broken || this.closed) return 'broken';
    return this.filled ? 'ready' : 'filling';
  }

  /** The gallery's version up to which it knows everything. */
  get version(): number {
    return this.followed;
  }

  get size(): { people: number; templates: number; bytes: number } {
    const { people, templates, bytes } = this.sketch;
    return { people, templates, bytes };
  }

  isUsableAt(version: number): boolean {
    return this.state === 'ready' && version - this.followed <= MOST_BEHIND;
  }

  /** Who may be closest to a face that nobody rotated yet; null where the memory ended before it could answer. */
  async search(face: Float32Array, question: MemoryQuestion): Promise<SketchAnswer | null> {
    try {
      return await this.sketch.search(Float32Array.from(this.space.apply(face)), question);
    } catch (error) {
      if (error instanceof SketchClosed || error instanceof SketchBroken) return null;
      throw error;
    }
  }

  /** Fills it, or brings it up to the gallery's present version. One after another. */
  follow(): Promise<void> {
    this.working = this.working.then(() => (this.filled ? this.catchUp() : this.fill()));
    const result = this.working;
    this.working = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.sketch.close();
  }

  private async fill(): Promise<void> {
    const version = await this.galleryVersion();
    for await (const batch of allTemplates(this.source.manager, this.serving.set)) {
      if (this.closed) return;
      await this.sketch.replace(this.inOwnSpace(batch));
    }
    this.followed = version;
    await this.catchUp();
    this.filled = true;
  }

  /** Reads again whoever changed. What is read is at least as new as the version that it is filed under. */
  private async catchUp(): Promise<void> {
    while (!this.closed) {
      const changes = await this.source.query<{ version: string; personId: string }[]>(
        'SELECT version, person_id AS "personId" FROM gallery_changes WHERE version > $1 ORDER BY version LIMIT $2',
        [this.followed, CHANGES],
      );
      if (changes.length === 0) return;
      // Every version names somebody: where the next one is not there, it was swept while nobody followed.
      if (Number(changes[0]!.version) > this.followed + 1) return this.fill();
      // The last version of a full page may go on in the next one.
      const last = Number(changes.at(-1)!.version);
      const complete = changes.length < CHANGES ? last : last - 1;
      await this.readAgain(changes.map(({ personId }) => personId));
      if (complete === this.followed) return this.readVersion(last);
      this.followed = complete;
      if (changes.length < CHANGES) return;
    }
  }

  /** A single change of more people than a page holds, such as a bulk load. */
  private async readVersion(version: number): Promise<void> {
    const people = await this.source.query<{ personId: string }[]>(
      'SELECT person_id AS "personId" FROM gallery_changes WHERE version = $1',
      [version],
    );
    for (let i = 0; i < people.length; i += CHANGES) {
      await this.readAgain(people.slice(i, i + CHANGES).map(({ personId }) => personId));
    }
    this.followed = version;
    return this.catchUp();
  }

  private async readAgain(personIds: string[]): Promise<void> {
    const batch = await templatesOf(this.source.manager, this.serving.set, personIds);
    await this.sketch.replace(this.inOwnSpace(batch));
  }

  private inOwnSpace(batch: TemplateBatch): TemplateBatch {
    const { rotation, set } = this.serving;
    if (rotation.keyId === this.space.keyId) return batch;
    for (let at = 0; at < batch.vectors.length; at += set.dimension) {
      const stored = batch.vectors.subarray(at, at + set.dimension);
      batch.vectors.set(this.space.apply(rotation.invert(stored)), at);
    }
    return batch;
  }

  private async galleryVersion(): Promise<number> {
    const [row] = await this.source.query<[{ version: string }]>('SELECT version FROM gallery_state');
    return Number(row.version);
  }
}
