import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** An enrolled face that a model has no template of yet. */
export interface Untouched {
  readonly faceId: string;
  readonly personId: string;
}

const WITHOUT = `
  FROM faces f JOIN people p ON p.id = f.person_id AND p.erased_at IS NULL
  WHERE NOT EXISTS (
    SELECT FROM face_templates t
    WHERE t.face_id = f.id AND t.model_id = $1 AND t.key_id = (SELECT key_id FROM gallery_state))`;

/** How far each model's templates cover the enrolled faces. */
@Injectable()
export class ModelTemplates {
  constructor(private readonly source: DataSource) {}

  async counts(): Promise<Map<string, number>> {
    const rows = await this.source.query<{ modelId: string; count: number }[]>(
      `SELECT model_id AS "modelId", count(*)::int AS count FROM face_templates
       WHERE key_id = (SELECT key_id FROM gallery_state) GROUP BY model_id`,
    );
    return new Map(rows.map(({ modelId, count }) => [modelId, count]));
  }

  async countWithout(modelId: string): Promise<number> {
    const [row] = await this.source.query<[{ count: number }]>(`SELECT count(*)::int AS count ${WITHOUT}`, [
      modelId,
    ]);
    return row.count;
  }

  /** The next faces without a template, after this id. */
  without(modelId: string, afterFaceId: string, limit: number): Promise<Untouched[]> {
    return this.source.query<Untouched[]>(
      `SELECT f.id AS "faceId", f.person_id AS "personId" ${WITHOUT} AND f.id > $2 ORDER BY f.id LIMIT $3`,
      [modelId, afterFaceId, limit],
    );
  }

  /** Enrolled people without any template of the model; at most so many. */
  async peopleWithout(modelId: string, limit: number): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `SELECT p.id FROM people p WHERE p.face_count > 0 AND p.erased_at IS NULL AND NOT EXISTS (
         SELECT FROM face_templates t WHERE t.person_id = p.id AND t.model_id = $1
           AND t.key_id = (SELECT key_id FROM gallery_state)) ORDER BY p.id LIMIT $2`,
      [modelId, limit],
    );
    return rows.map(({ id }) => id);
  }
}
