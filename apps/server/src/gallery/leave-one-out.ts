import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { GalleryMemory } from './gallery-memory.js';
import { ServingGallery } from './serving-gallery.js';

/** A template as a probe: how like it is to its person's other photos, and to anybody else. */
export interface LeftOut {
  readonly faceId: string;
  readonly personId: string;
  /** Best cosine to the other templates of the same person; null without any. */
  readonly own: number | null;
  /** Best cosine to anybody else; null where there is nobody. */
  readonly other: { readonly personId: string; readonly similarity: number } | null;
}

interface Row {
  readonly faceId: string;
  readonly personId: string;
  readonly embedding: string;
  readonly own: number | null;
}

/** A sample without sorting: every row whose hash falls into the first of so many parts. */
const SAMPLE = `
  SELECT t.face_id AS "faceId", t.person_id AS "personId", t.embedding::text AS embedding,
    (SELECT 1 - min(t.embedding <=> o.embedding) FROM face_templates o
      WHERE o.person_id = t.person_id AND o.model_id = $1 AND o.key_id = $2 AND o.face_id <> t.face_id) AS own
  FROM face_templates t JOIN people p ON p.id = t.person_id
  WHERE t.model_id = $1 AND t.key_id = $2 AND p.status = 'active'
    AND (hashtext(t.face_id::text) & 2147483647) % $3 = 0
    AND ($4::uuid[] IS NULL OR t.face_id = ANY ($4))
  LIMIT $5`;

/** The one person who is closest, whoever it is. */
const NEXT = { limit: 1, within: 0, thorough: true };

const CLOSEST_OTHER = `
  SELECT t.person_id AS "personId", 1 - (t.embedding <=> $3::vector) AS similarity
  FROM face_templates t JOIN people p ON p.id = t.person_id
  WHERE t.model_id = $1 AND t.key_id = $2 AND p.status = 'active' AND t.person_id <> $4
  ORDER BY t.embedding <=> $3::vector LIMIT 1`;

export interface Sample {
  readonly modelId: string;
  readonly dimension: number;
  /** How many templates the gallery has: what the sample is drawn from. */
  readonly templates: number;
  readonly limit: number;
  /** These faces instead of a sample. */
  readonly faceIds?: readonly string[];
  /** What names the closest others; the database does without. */
  readonly memory: GalleryMemory | null;
  readonly signal?: AbortSignal;
}

/**
 * Asks the gallery about its own templates, each as if it were a check-in of that person and, with the person left
 * out, of a stranger: what calibration and the comparison of models rest on.
 */
@Injectable()
export class LeaveOneOut {
  constructor(
    private readonly source: DataSource,
    private readonly serving: ServingGallery,
  ) {}

  async *scores({
    modelId,
    dimension,
    templates,
    limit,
    faceIds,
    memory,
    signal,
  }: Sample): AsyncGenerator<LeftOut> {
    const { set, rotation } = await this.serving.view(modelId, dimension);
    const parts = faceIds ? 1 : Math.max(1, Math.floor(templates / limit));
    const rows = await this.source.query<Row[]>(SAMPLE, [modelId, set.keyId, parts, faceIds ?? null, limit]);
    for (const { faceId, personId, embedding, own } of rows) {
      signal?.throwIfAborted();
      const stored = JSON.parse(embedding) as number[];
      const found = await memory?.search(rotation.invert(stored), { ...NEXT, exceptPersonId: personId });
      const other = found
        ? (found.people[0] ?? null)
        : await this.inDatabase(modelId, set.keyId, embedding, personId);
      yield { faceId, personId, own, other };
    }
  }

  private async inDatabase(modelId: string, keyId: string, vector: string, personId: string) {
    const rows = await this.source.query<{ personId: string; similarity: number }[]>(CLOSEST_OTHER, [
      modelId,
      keyId,
      vector,
      personId,
    ]);
    return rows[0] ?? null;
  }
}
