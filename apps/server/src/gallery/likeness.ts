import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FaceEngine } from '../vision/face-engine.js';
import type { Embedded } from './embedded.js';
import { GalleryState } from './gallery-state.js';
import { RecognitionSettingsService } from './recognition-settings.service.js';
import { ServingGallery } from './serving-gallery.js';

/** How well a photo of a person agrees with that person's others. */
export interface Likeness {
  /** Best cosine to the person's other photos; null for the only one. */
  readonly likeness: number | null;
  /** It resembles none of them as much as a check-in must: somebody else may be on it. */
  readonly outlier: boolean;
}

const OTHERS = `
  SELECT a.face_id AS "faceId", 1 - min(a.embedding <=> b.embedding) AS likeness
  FROM face_templates a
  LEFT JOIN face_templates b
    ON b.person_id = a.person_id AND b.model_id = a.model_id AND b.key_id = a.key_id AND b.face_id <> a.face_id
  WHERE a.person_id = $1 AND a.model_id = $2 AND a.key_id = $3
  GROUP BY a.face_id`;

const BEST = `
  SELECT 1 - min(embedding <=> $4::vector) AS similarity FROM face_templates
  WHERE person_id = $1 AND model_id = $2 AND key_id = $3`;

/** How much photos look like those that a person is known by. */
@Injectable()
export class PhotoLikeness {
  constructor(
    private readonly source: DataSource,
    private readonly engine: FaceEngine,
    private readonly state: GalleryState,
    private readonly settings: RecognitionSettingsService,
    private readonly serving: ServingGallery,
  ) {}

  /** By face; a face without a template of the present model is not in it. */
  async of(personId: string): Promise<Map<string, Likeness>> {
    const { threshold } = await this.settings.current();
    const rows = await this.source.query<{ faceId: string; likeness: number | null }[]>(OTHERS, [
      personId,
      this.engine.pack.modelId,
      await this.state.servingKey(),
    ]);
    return new Map(
      rows.map(({ faceId, likeness }) => [
        faceId,
        { likeness, outlier: likeness !== null && likeness < threshold },
      ]),
    );
  }

  /** Best cosine of a face to the photos of a person; null where none was enrolled with this model. */
  async to(personId: string, { embedding, modelId }: Embedded): Promise<number | null> {
    const { set, rotation } = await this.serving.view(modelId, embedding.length);
    const rotated = JSON.stringify(rotation.apply(embedding));
    const [row] = await this.source.query<{ similarity: number | null }[]>(BEST, [
      personId,
      set.modelId,
      set.keyId,
      rotated,
    ]);
    return row?.similarity ?? null;
  }
}
