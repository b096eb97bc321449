import { Injectable } from '@nestjs/common';
import { TemplateRotation } from '@rollcall/gallery';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../platform/clock/clock.js';
import { Keyring } from '../platform/storage/keyring.js';
import { FaceEngine } from '../vision/face-engine.js';
import { RecognitionSettingsService } from '../vision/recognition-settings.service.js';
import { FaceTemplate } from './face-template.entity.js';

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
  WHERE t.model_id = $2 AND t.key_id = $3 AND (p.status = 'active' OR $5)
  GROUP BY t.person_id
  ORDER BY similarity DESC
  LIMIT $4`;

const UNREADABLE = `
  SELECT count(DISTINCT t.person_id)::int AS count FROM face_templates t
  WHERE NOT EXISTS (
    SELECT FROM face_templates own
    WHERE own.person_id = t.person_id AND own.model_id = $1 AND own.key_id = $2)`;

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
  closest(probe: Float32Array, limit: number): Promise<Candidate[]> {
    return this.source.transaction((manager) => this.rank(manager, probe, limit, false));
  }

  /** How many people have a face, but none that the present model could recognise: it was enrolled with another. */
  async countUnreadable(): Promise<number> {
    const [{ count }] = await this.source.query<[{ count: number }]>(UNREADABLE, [
      this.modelId,
      this.rotation.keyId,
    ]);
    return count;
  }

  /**
   * From which cosine on two photos are taken for one face at enrolment: threshold and margin together, since refusing
   * a brother or a double costs more here than finding the same face a little later.
   */
  async sameFace(): Promise<number> {
    const { threshold, margin } = await this.settings.current();
    return threshold + margin;
  }

  /**
   * Somebody else who already has this face, inactive people included, or null. Until the caller's transaction ends
   * nobody else is added, so that the answer still holds when the face is.
   */
  async owner(
    manager: EntityManager,
    face: Float32Array,
    exceptPersonId: string,
    threshold: number,
  ): Promise<string | null> {
    await manager.query('LOCK TABLE face_templates IN SHARE ROW EXCLUSIVE MODE');
    const found = await this.rank(manager, face, 2, true);
    const other = found.find(({ personId }) => personId !== exceptPersonId);
    return other && other.similarity >= threshold ? other.personId : null;
  }

  async add(
    manager: EntityManager,
    personId: string,
    faceId: string,
    embedding: Float32Array,
  ): Promise<void> {
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

  private async rank(
    manager: EntityManager,
    probe: Float32Array,
    limit: number,
    inactiveToo: boolean,
  ): Promise<Candidate[]> {
    const vector = JSON.stringify(this.rotation.apply(probe));
    await manager.query('SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0');
    const { modelId, rotation } = this;
    return manager.query<Candidate[]>(CLOSEST, [vector, modelId, rotation.keyId, limit, inactiveToo]);
  }
}
