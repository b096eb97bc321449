import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../platform/clock/clock.js';
import { Keyring } from '../platform/storage/keyring.js';
import { FaceEngine } from '../vision/face-engine.js';
import { RecognitionSettingsService } from '../vision/recognition-settings.service.js';
import { FaceTemplate } from './face-template.entity.js';
import { TemplateRotation } from './template-rotation.js';

/** A person and how like the probe the best of that person's templates is (cosine, -1 to 1). */
export interface Candidate {
  readonly personId: string;
  readonly similarity: number;
}

/**
 * Exact scan: score of a person = best cosine over the person's templates. Planning is kept cheap and on one core,
 * since a check-in must not wait for workers to start; pgvector's `<=>` is one minus the cosine.
 */
const CLOSEST = `
  SELECT t.person_id AS "personId", 1 - min(t.embedding <=> $1::vector) AS similarity
  FROM face_templates t JOIN people p ON p.id = t.person_id
  WHERE t.model_id = $2 AND t.key_id = $3 AND p.status = 'active'
  GROUP BY t.person_id
  ORDER BY similarity DESC
  LIMIT $4`;

/** Everyone who can be recognised. The only place that reads and writes templates. */
@Injectable()
export class FaceGallery {
  private readonly rotation: TemplateRotation;
  private readonly modelId: string;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly settings: RecognitionSettingsService,
    engine: FaceEngine,
    keyring: Keyring,
  ) {
    const { modelId, dimension } = engine.pack;
    this.modelId = modelId;
    this.rotation = new TemplateRotation(keyring.derive('templates'), modelId, dimension);
  }

  /** The people whose faces are most like the probe, best first; at most `limit`. */
  async closest(probe: Float32Array, limit: number): Promise<Candidate[]> {
    const vector = JSON.stringify(this.rotation.apply(probe));
    return this.source.transaction(async (manager) => {
      await manager.query('SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0');
      return manager.query<Candidate[]>(CLOSEST, [vector, this.modelId, this.rotation.keyId, limit]);
    });
  }

  /** Somebody else who already has this face, or null. */
  async owner(face: Float32Array, exceptPersonId: string): Promise<string | null> {
    const { threshold } = await this.settings.current();
    const others = (await this.closest(face, 2)).filter(({ personId }) => personId !== exceptPersonId);
    return others[0] && others[0].similarity >= threshold ? others[0].personId : null;
  }

  async add(manager: EntityManager, personId: string, faceId: string, embedding: Float32Array): Promise<void> {
    await manager.insert(FaceTemplate, {
      id: uuidv7(),
      personId,
      faceId,
      modelId: this.modelId,
      keyId: this.rotation.keyId,
      embedding: this.rotation.apply(embedding),
      createdAt: this.clock.now(),
    });
  }
}
