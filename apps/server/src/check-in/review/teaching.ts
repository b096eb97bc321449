import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Embedded } from '../../gallery/embedded.js';
import { Lessons } from '../../gallery/lessons.js';
import { hasConsent } from '../../people/person-message.js';
import { BlobStore } from '../../platform/storage/blob-store.js';
import { FaceEngine } from '../../vision/face-engine.js';
import type { CheckIn } from '../check-in.entity.js';
import type { Held } from './attribution.js';

/** What the gallery drew from a review. */
export interface Learned {
  readonly strictMargin: boolean;
  readonly negative: boolean;
}

/** Somebody was taken for another. */
interface Mistake {
  readonly checkIn: CheckIn;
  readonly wrong: string;
  /** Who it was, where somebody says so. */
  readonly right: string | null;
  readonly face: Embedded | null;
  readonly people: Held['people'];
}

/** Passes on to the gallery what a review shows to have been wrong. */
@Injectable()
export class Teaching {
  constructor(
    private readonly lessons: Lessons,
    private readonly blobs: BlobStore,
    private readonly engine: FaceEngine,
  ) {}

  /** The face of a check-in, read again from the kept picture; null where that is gone or shows none. */
  async faceOf({ frameId }: CheckIn): Promise<Embedded | null> {
    const picture = frameId ? await this.blobs.get(frameId) : null;
    if (!picture) return null;
    const { faces, modelId } = await this.engine.read(picture, { embed: 'largest' });
    const embedding = faces[0]?.embedding;
    return embedding ? { embedding, modelId } : null;
  }

  /**
   * It was not this person, but that one or, where nobody says, perhaps the next in likeness. Nothing is kept about
   * somebody who was erased, and no face beside those of somebody whose consent does not stand.
   */
  async wasNot(manager: EntityManager, { checkIn, wrong, right, face, people }: Mistake): Promise<Learned> {
    const next = checkIn.candidates.find(({ personId }) => personId !== wrong && people.has(personId));
    const other = right ?? next?.personId ?? null;
    const strictMargin = other !== null && people.has(wrong);
    if (strictMargin) await this.lessons.confused(manager, wrong, other);
    const person = people.get(wrong);
    const negative = face !== null && person !== undefined && hasConsent(person);
    if (negative) await this.lessons.notThisPerson(manager, wrong, checkIn.id, face);
    return { strictMargin, negative };
  }

  /** It was this person after all: the face is no longer kept as not being theirs. */
  async takeBack(manager: EntityManager, { id }: CheckIn, personId: string): Promise<void> {
    await this.lessons.unlearn(manager, personId, id);
  }
}
