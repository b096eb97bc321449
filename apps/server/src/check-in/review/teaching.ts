import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Embedded } from '../../gallery/embedded.js';
import { Lessons } from '../../gallery/lessons.js';
import { BlobStore } from '../../platform/storage/blob-store.js';
import { FaceEngine } from '../../vision/face-engine.js';
import type { CheckIn } from '../check-in.entity.js';

/** What the gallery drew from a review. */
export interface Learned {
  readonly strictMargin: boolean;
  readonly negative: boolean;
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
    const { faces, modelId } = await this.engine.read(picture, 'largest');
    const embedding = faces[0]?.embedding;
    return embedding ? { embedding, modelId } : null;
  }

  /** It was not this person, but that one or, where nobody says, perhaps the next in likeness. */
  async wasNot(
    manager: EntityManager,
    { id, candidates }: CheckIn,
    wrong: string,
    right: string | null,
    face: Embedded | null,
  ): Promise<Learned> {
    const other = right ?? candidates.find(({ personId }) => personId !== wrong)?.personId ?? null;
    if (other) await this.lessons.confused(manager, wrong, other);
    if (face) await this.lessons.notThisPerson(manager, wrong, id, face);
    return { strictMargin: other !== null, negative: face !== null };
  }

  /** It was this person after all: the face is no longer kept as not being theirs. */
  async takeBack(manager: EntityManager, { id }: CheckIn, personId: string): Promise<void> {
    await this.lessons.unlearn(manager, personId, id);
  }
}
