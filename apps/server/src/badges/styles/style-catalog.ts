import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Page, PageQuery, Style as StyleMessage } from '@rollcall/contracts';
import { BUILT_IN_PAINTINGS, PAINTING_SIZE } from '@rollcall/vision';
import type { EntityManager, Repository } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import { notFound } from '../../platform/domain-error.js';
import { pageOfAll } from '../../platform/http/paging.js';
import { BlobStore } from '../../platform/storage/blob-store.js';
import { Stylizer } from '../../vision/stylizer.js';
import { Style } from './style.entity.js';

/** What comes with Rollcall has the same id everywhere: a name-based UUID of its key. */
const NAMESPACE = '6f1f3f0a-3f57-5a0e-9a83-7d1c1d0f4b1e';

/** A style, however it came here. */
export interface KnownStyle extends StyleMessage {
  /** The network that paints it, where it is a preset. */
  readonly preset: string | null;
  readonly picture: () => Promise<Buffer | null>;
}

/** Every style that a portrait may be painted in: presets, pictures that come with Rollcall, and uploads. */
@Injectable()
export class StyleCatalog {
  constructor(
    @InjectRepository(Style) private readonly uploads: Repository<Style>,
    private readonly blobs: BlobStore,
    private readonly stylizer: Stylizer,
  ) {}

  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.uploads.manager.transaction(work);
  }

  countOfUploads(): Promise<number> {
    return this.uploads.count();
  }

  /** Whether a style has this name already, in capitals or not. */
  async hasName(name: string, manager: EntityManager): Promise<boolean> {
    const folded = name.toLowerCase();
    const names = await manager.find(Style, { select: { id: true, name: true } });
    return [...this.presets(), ...this.builtIn(), ...names].some(
      (style) => style.name.toLowerCase() === folded,
    );
  }

  /** What comes with Rollcall first, then uploads, newest first. */
  async list(query: PageQuery): Promise<Page<KnownStyle>> {
    const uploads = await this.uploads.find({ order: { id: 'DESC' } });
    const uploaded = uploads.map((upload) => this.uploaded(upload));
    const shipped = [...this.presets(), ...this.builtIn()];
    return pageOfAll([...shipped, ...uploaded], query, (cursor) => {
      // An upload that was deleted since leaves its place to the next older one.
      const next = uploaded.findIndex(({ id }) => id < cursor);
      return shipped.length + (next < 0 ? uploaded.length : next);
    });
  }

  async find(id: string): Promise<KnownStyle> {
    const shipped = [...this.presets(), ...this.builtIn()].find((style) => style.id === id);
    if (shipped) return shipped;
    const upload = await this.uploads.findOneBy({ id });
    if (!upload) throw notFound('style');
    return this.uploaded(upload);
  }

  uploaded({ id, name, width, height, createdAt, pictureId }: Style): KnownStyle {
    const shape = { id, name, width, height, createdAt: createdAt.toISOString() };
    return { ...shape, ...this.painted('uploaded'), picture: () => this.blobs.get(pictureId) };
  }

  private presets(): KnownStyle[] {
    return this.stylizer.presets.map(({ key, name, file, width, height }) => ({
      id: uuidv5(`preset:${key}`, NAMESPACE),
      key,
      name,
      width,
      height,
      kind: 'preset',
      instant: true,
      usable: true,
      createdAt: null,
      recipes: [],
      preset: key,
      picture: () => readFile(file),
    }));
  }

  private builtIn(): KnownStyle[] {
    return BUILT_IN_PAINTINGS.map(({ key, name, file }) => ({
      id: uuidv5(`built-in:${key}`, NAMESPACE),
      name,
      width: PAINTING_SIZE,
      height: PAINTING_SIZE,
      createdAt: null,
      ...this.painted('built-in'),
      key,
      picture: () => readFile(file),
    }));
  }

  private painted(kind: 'built-in' | 'uploaded') {
    const recipes = [...this.stylizer.recipes];
    return { kind, key: null, instant: false, usable: recipes.length > 0, recipes, preset: null };
  }
}
