import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PeopleService } from '../people/people.service.js';
import { ServingGallery } from './serving-gallery.js';

export interface Size {
  /** Active people with a face. */
  readonly people: number;
  readonly templates: number;
}

const FRESH_MS = 3_000;

/** How large the gallery of a model is. Every decision asks, so the answer may be some seconds old. */
@Injectable()
export class GallerySize {
  private kept: { at: number; modelId: string; size: Promise<Size> } | null = null;

  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleService,
    private readonly serving: ServingGallery,
  ) {}

  of(modelId: string, freshMs = FRESH_MS): Promise<Size> {
    const now = performance.now();
    if (this.kept?.modelId === modelId && now - this.kept.at < freshMs) return this.kept.size;
    const size = this.count(modelId);
    this.kept = { at: now, modelId, size };
    size.catch(() => (this.kept = null));
    return size;
  }

  /** People with a face whom this model cannot recognise: it was enrolled with another one. */
  async countUnreadable(modelId: string): Promise<number> {
    const [row] = await this.source.query<[{ count: number }]>(
      `SELECT count(DISTINCT t.person_id)::int AS count FROM face_templates t
       WHERE NOT EXISTS (
         SELECT FROM face_templates own
         WHERE own.person_id = t.person_id AND own.model_id = $1
           AND own.key_id = (SELECT key_id FROM gallery_state))`,
      [modelId],
    );
    return row.count;
  }

  private async count(modelId: string): Promise<Size> {
    const { enrolled } = await this.people.count();
    const memory = this.serving.inMemory;
    if (memory?.state === 'ready' && memory.modelId === modelId) {
      return { people: enrolled, templates: memory.size.templates };
    }
    const [row] = await this.source.query<[{ templates: number }]>(
      `SELECT count(*)::int AS templates FROM face_templates
       WHERE model_id = $1 AND key_id = (SELECT key_id FROM gallery_state)`,
      [modelId],
    );
    return { people: enrolled, templates: row.templates };
  }
}
