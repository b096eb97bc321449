import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../platform/clock/clock.js';
import type { Embedded } from './embedded.js';
import { GalleryConfusion } from './gallery-confusion.entity.js';
import { GalleryNegative } from './gallery-negative.entity.js';
import { GalleryState } from './gallery-state.js';
import { ServingGallery } from './serving-gallery.js';

/** How much more lead is asked between two people for each time that they were mistaken for each other. */
const EXTRA_MARGIN = 0.05;
/** More than this would ask for a PIN at every check-in of theirs, and still tell nobody apart. */
const MOST_EXTRA = 0.2;
/** Faces that are kept as not being a person; the newest say most about who passes that kiosk. */
const MOST_NEGATIVES = 20;

/** What the gallery learns from people who look at its decisions: it only ever becomes stricter by it. */
@Injectable()
export class Lessons {
  constructor(
    private readonly serving: ServingGallery,
    private readonly state: GalleryState,
    private readonly clock: Clock,
  ) {}

  /** These two were mistaken for each other: from now on one must lead the other by more. */
  async confused(manager: EntityManager, one: string, other: string): Promise<void> {
    const [personA, personB] = [one, other].sort() as [string, string];
    await manager.query(
      `INSERT INTO gallery_confusions AS c (person_a, person_b, extra_margin, times, updated_at)
       VALUES ($1, $2, ${EXTRA_MARGIN}, 1, $3)
       ON CONFLICT (person_a, person_b) DO UPDATE
       SET times = c.times + 1, extra_margin = least(${MOST_EXTRA}, c.extra_margin + ${EXTRA_MARGIN}), updated_at = $3`,
      [personA, personB, this.clock.now()],
    );
  }

  /** This face is not that person, however alike it may be. */
  async notThisPerson(
    manager: EntityManager,
    personId: string,
    checkInId: string,
    face: Embedded,
  ): Promise<void> {
    const { keyId } = await this.state.hold(manager);
    const { set, rotation } = this.serving.under(keyId, face.modelId, face.embedding.length);
    await manager.delete(GalleryNegative, { personId, checkInId });
    await manager.insert(GalleryNegative, {
      id: uuidv7(),
      personId,
      checkInId,
      modelId: set.modelId,
      keyId: set.keyId,
      embedding: rotation.apply(face.embedding),
      createdAt: this.clock.now(),
    });
    await manager.query(
      `DELETE FROM gallery_negatives WHERE person_id = $1 AND id NOT IN (
         SELECT id FROM gallery_negatives WHERE person_id = $1 ORDER BY id DESC LIMIT ${MOST_NEGATIVES})`,
      [personId],
    );
  }

  /** A review was turned round: what its check-in taught about this person no longer counts. */
  async unlearn(manager: EntityManager, personId: string, checkInId: string): Promise<void> {
    await manager.delete(GalleryNegative, { personId, checkInId });
  }

  /** Destroys what was learned about a person, who is being erased or has withdrawn consent. */
  async forget(manager: EntityManager, personId: string): Promise<void> {
    await manager.delete(GalleryNegative, { personId });
    await manager.delete(GalleryConfusion, { personA: personId });
    await manager.delete(GalleryConfusion, { personB: personId });
  }
}
