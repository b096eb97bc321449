import { Injectable } from '@nestjs/common';
import type { GalleryStatus } from '@rollcall/contracts';
import { DataSource } from 'typeorm';
import type { ReadinessNote } from '../platform/health/readiness.js';
import { FaceEngine } from '../vision/face-engine.js';
import { GalleryIndex, type IndexState } from './gallery-index.js';
import { GallerySize } from './gallery-size.js';
import { ServingGallery } from './serving-gallery.js';
import type { TemplateSet } from './template-pages.js';

/** Looks at what the gallery is searched by, and says what is wrong with it in words. */
@Injectable()
export class GalleryInspection {
  constructor(
    private readonly source: DataSource,
    private readonly engine: FaceEngine,
    private readonly serving: ServingGallery,
    private readonly size: GallerySize,
    private readonly index: GalleryIndex,
  ) {}

  /** The templates that serve, and how many the database has of them. */
  async present(): Promise<{ set: TemplateSet; templates: number; version: number }> {
    const { modelId, dimension } = this.engine.pack;
    const { set } = await this.serving.view(modelId, dimension);
    const [row] = await this.source.query<[{ templates: number; version: string }]>(
      `SELECT (SELECT count(*)::int FROM face_templates WHERE model_id = $1 AND key_id = $2) AS templates,
        version FROM gallery_state`,
      [modelId, set.keyId],
    );
    return { set, templates: row.templates, version: Number(row.version) };
  }

  async status(): Promise<GalleryStatus> {
    const { set, templates, version } = await this.present();
    const { people } = await this.size.of(set.modelId, 0);
    const memory = this.memory(version);
    const index = await this.index.inspect(set, templates);
    return {
      modelId: set.modelId,
      people,
      templates,
      searchedBy: searchedBy(memory.state, index),
      memory,
      index,
      faults: faultsOf(memory, index, templates),
    };
  }

  /** Check-ins go on whatever is wrong here, by an exact scan if need be: it is noted, and fails nothing. */
  async check(): Promise<ReadinessNote> {
    const { set, templates, version } = await this.present();
    const index = await this.index.inspect(set, templates);
    const memory = this.memory(version);
    const faults = faultsOf(memory, index, templates);
    return faults.length > 0 ? faults.join(' ') : undefined;
  }

  /** True where memory knows the present version and yet holds another number of templates than the database. */
  async memoryIsWrong(): Promise<boolean> {
    const { templates, version } = await this.present();
    return differs(this.memory(version), templates);
  }

  private memory(galleryVersion: number): GalleryStatus['memory'] {
    const memory = this.serving.inMemory;
    if (!memory) return { state: 'off', templates: 0, bytes: 0, version: 0, galleryVersion };
    const { templates, bytes } = memory.size;
    return { state: memory.state, templates, bytes, version: memory.version, galleryVersion };
  }
}

function searchedBy(
  memory: GalleryStatus['memory']['state'],
  index: IndexState,
): GalleryStatus['searchedBy'] {
  if (memory === 'ready') return 'memory';
  return index.state === 'ready' ? 'index' : 'scan';
}

/** Counted at two moments: only where nothing changed in between must the numbers agree. */
const differs = (
  { state, version, galleryVersion, templates }: GalleryStatus['memory'],
  inDatabase: number,
) => state === 'ready' && version === galleryVersion && templates !== inDatabase;

function faultsOf(memory: GalleryStatus['memory'], index: IndexState, templates: number): string[] {
  const faults: string[] = [];
  if (memory.state === 'broken') faults.push('The gallery in memory broke; it is being filled again.');
  if (differs(memory, templates)) {
    faults.push(`Memory holds ${memory.templates} templates, the database ${templates}; it is filled again.`);
  }
  if (index.state === 'missing') faults.push('The index of the gallery is missing; a job builds it.');
  if (index.state === 'invalid') faults.push('The index of the gallery is invalid; a job builds it again.');
  return faults;
}
