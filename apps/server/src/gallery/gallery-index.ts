import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { buildIndex, type GraphShape } from './index-build.js';
import { RecognitionSettingsService } from './recognition-settings.service.js';
import type { TemplateSet } from './template-pages.js';

const PREFIX = 'face_templates_hnsw_';
const FRESH_MS = 30_000;
/**
 * Templates from which an index is worth what it costs every enrolment (docs/decisions/0010). Memory is faster, so that
 * beside it the index is only asked in the half minute in which a server fills it.
 */
const WITH_MEMORY_FROM = 500_000;
const WITHOUT_MEMORY_FROM = 50_000;

export interface IndexState {
  readonly state: 'not-needed' | 'missing' | 'building' | 'ready' | 'invalid';
  readonly name: string | null;
  readonly bytes: number;
  /** Rows that it holds, as the database last counted them; null where it did not yet. */
  readonly rows: number | null;
  readonly neededFrom: number;
}

interface Found {
  readonly name: string;
  readonly valid: boolean;
  readonly building: boolean;
  readonly bytes: string;
  readonly rows: number;
}

const FIND = `
  SELECT c.relname AS name, i.indisvalid AND i.indisready AS valid, pg_relation_size(c.oid) AS bytes,
    c.reltuples AS rows, EXISTS (SELECT FROM pg_stat_progress_create_index b WHERE b.index_relid = c.oid) AS building
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  WHERE i.indrelid = 'face_templates'::regclass AND c.relname LIKE '${PREFIX.replaceAll('_', '\\_')}%'`;

/**
 * The HNSW index over the templates that serve, for servers whose memory is not filled yet. One partial index for
 * each model and key, over half-precision copies: half the size, and the exact scores come from the rows anyway.
 */
@Injectable()
export class GalleryIndex {
  private kept: { at: number; name: string; valid: boolean } | null = null;

  constructor(
    private readonly source: DataSource,
    private readonly database: Database,
    private readonly settings: RecognitionSettingsService,
    private readonly config: Config,
  ) {}

  /** How widely to search the index of these templates; null where there is none to be used. */
  async efSearch(set: TemplateSet): Promise<number | null> {
    if (this.database.kind === 'embedded') return null;
    const { index } = await this.settings.current();
    const name = nameOf(set, index);
    if (this.kept?.name !== name || performance.now() - this.kept.at > FRESH_MS) {
      const found = await this.find();
      const valid = found.some((each) => each.name === name && each.valid);
      this.kept = { at: performance.now(), name, valid };
    }
    return this.kept.valid ? index.efSearch : null;
  }

  async inspect(set: TemplateSet, templates: number): Promise<IndexState> {
    const { index } = await this.settings.current();
    const neededFrom = index.from ?? (this.config.galleryInMemory ? WITH_MEMORY_FROM : WITHOUT_MEMORY_FROM);
    const needed = this.database.kind === 'postgres' && templates >= neededFrom;
    const own = (await this.find()).find(({ name }) => name === nameOf(set, index));
    const absent = needed ? ('missing' as const) : ('not-needed' as const);
    return {
      state: own ? stateOf(own) : absent,
      name: own?.name ?? null,
      bytes: Number(own?.bytes ?? 0),
      rows: own && own.rows >= 0 ? Math.round(own.rows) : null,
      neededFrom,
    };
  }

  /**
   * Builds the index that should be there, without blocking anybody who reads or writes, and drops those that should
   * not. What an interrupted build left is dropped first.
   */
  async repair(set: TemplateSet, templates: number): Promise<IndexState> {
    const { index } = await this.settings.current();
    const wanted = nameOf(set, index);
    const { state } = await this.inspect(set, templates);
    if (state === 'building') return this.inspect(set, templates);
    const spare = (await this.find()).filter(({ name, valid }) => name !== wanted || !valid);
    if (state === 'missing' || state === 'invalid') {
      await this.drop(spare.filter(({ name }) => name === wanted));
      await buildIndex(this.source, wanted, set, templates, index);
    }
    await this.drop(spare.filter(({ name }) => name !== wanted));
    this.kept = null;
    return this.inspect(set, templates);
  }

  private async drop(indexes: readonly Found[]): Promise<void> {
    for (const { name } of indexes) await this.source.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
  }

  private async find(): Promise<Found[]> {
    return this.database.kind === 'embedded' ? [] : this.source.query<Found[]>(FIND);
  }
}

/** Another model, key or parameter is another index. */
function nameOf({ modelId, keyId, dimension }: TemplateSet, { m, efConstruction }: GraphShape): string {
  const what = [modelId, keyId, dimension, m, efConstruction].join(' ');
  return `${PREFIX}${createHash('sha256').update(what).digest('hex').slice(0, 12)}`;
}

function stateOf({ valid, building }: Found): IndexState['state'] {
  if (building) return 'building';
  return valid ? 'ready' : 'invalid';
}
