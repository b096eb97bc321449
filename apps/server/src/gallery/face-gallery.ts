import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../platform/clock/clock.js';
import type { Embedded } from './embedded.js';
import { FaceTemplate } from './face-template.entity.js';
import { GallerySearch, type Asked, type Question } from './gallery-search.js';
import { GalleryState } from './gallery-state.js';
import { RecognitionSettingsService } from './recognition-settings.service.js';
import { ServingGallery } from './serving-gallery.js';
import type { Candidate } from './weighing.js';

/** Everyone who can be recognised. Whoever asks who somebody is, or enrols somebody, does it here. */
@Injectable()
export class FaceGallery {
  constructor(
    private readonly searching: GallerySearch,
    private readonly settings: RecognitionSettingsService,
    private readonly state: GalleryState,
    private readonly serving: ServingGallery,
    private readonly clock: Clock,
  ) {}

  /** The active people whose faces are most like the probe, best first; at most `limit`. */
  async closest(probe: Embedded, limit: number): Promise<Candidate[]> {
    return (await this.ask(probe, { limit })).candidates;
  }

  /** The same, with how it was found; `thorough` compares with everyone. */
  async ask(
    probe: Embedded,
    { limit, thorough = false }: { limit: number; thorough?: boolean },
  ): Promise<Asked> {
    const { threshold, margin } = await this.settings.current();
    return this.searching.ask(probe, { limit, margin, threshold, thorough, inactiveToo: false });
  }

  /**
   * From which cosine on two photos are taken for one face at enrolment: threshold and margin together, since refusing
   * a brother or a double costs more here than finding the same face a little later.
   */
  async sameFace(): Promise<number> {
    const { threshold, margin } = await this.settings.current();
    return threshold + margin;
  }

  /** Who may be the owner of this face, as far as the gallery knows now: asked before the transaction that adds it. */
  nameOwners(face: Embedded): Promise<Asked> {
    return this.searching.ask(face, OWNERS);
  }

  /**
   * Somebody else who already has this face, inactive people included, or null. Until the caller's transaction ends
   * nobody else is added, so that the answer still holds when the face is. Whoever was added since the owners were
   * named is weighed as well.
   * @throws DomainError BUSY while this server changes over to another model than the one that read the face
   */
  async owner(
    manager: EntityManager,
    face: Embedded,
    named: Asked,
    exceptPersonId: string,
    threshold: number,
  ): Promise<string | null> {
    const { keyId, pack } = await this.state.hold(manager);
    this.serving.requireServed(face.modelId, pack);
    const found = await this.searching.weighAgain(manager, keyId, face, named, OWNERS);
    const other = found.find(({ personId }) => personId !== exceptPersonId);
    return other && other.similarity >= threshold ? other.personId : null;
  }

  /** Keeps a face that can be recognised from now on, and holds the gallery until the caller's transaction ends. */
  async add(manager: EntityManager, personId: string, faceId: string, face: Embedded): Promise<void> {
    const { keyId } = await this.state.hold(manager);
    const { set, rotation } = this.serving.under(keyId, face.modelId, face.embedding.length);
    await manager.insert(FaceTemplate, {
      id: uuidv7(),
      personId,
      faceId,
      modelId: set.modelId,
      keyId: set.keyId,
      embedding: rotation.apply(face.embedding),
      createdAt: this.clock.now(),
    });
  }
}

/** Two: the person who is being enrolled may be the closest. */
const OWNERS: Question = { limit: 2, margin: 0, threshold: 1, thorough: true, inactiveToo: true };
