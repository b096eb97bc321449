import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AnsweredRequests } from '../check-in/answered-requests.js';
import { CheckInLog } from '../check-in/check-in-log.js';
import { EnrollmentService } from '../enrollment/enrollment.service.js';
import { PeopleImports } from '../enrollment/import/people-imports.service.js';
import { Lessons } from '../gallery/lessons.js';
import type { Person } from '../people/person.entity.js';
import { BlobStore } from '../platform/storage/blob-store.js';

/** How much of a person was destroyed. */
export interface Destroyed {
  readonly templates: number;
  readonly photos: number;
  readonly frames: number;
}

/** Everything biometric that the features keep of a person, wherever it lies. */
@Injectable()
export class PersonalTraces {
  constructor(
    private readonly enrollment: EnrollmentService,
    private readonly lessons: Lessons,
    private readonly imports: PeopleImports,
    private readonly checkIns: CheckInLog,
    private readonly answered: AnsweredRequests,
    private readonly blobs: BlobStore,
  ) {}

  /** Templates, enrolled photos, and photos of an import that wait to be. */
  async destroyFaces(manager: EntityManager, person: Person): Promise<Destroyed> {
    const faces = await this.enrollment.forget(manager, person);
    await this.lessons.forget(manager, person.id);
    const waiting = await this.imports.forgetPhotos(manager, person);
    return { templates: faces, photos: faces + waiting, frames: 0 };
  }

  /** Templates, photos and the frames of every check-in. */
  async destroyAll(manager: EntityManager, person: Person): Promise<Destroyed> {
    const faces = await this.destroyFaces(manager, person);
    const frames = await this.checkIns.forget(manager, person.id);
    await this.answered.forget(manager, person.id);
    await this.imports.forgetRows(manager, person);
    return { ...faces, frames };
  }

  /** The files go after the transaction that made them due. */
  async sweep(): Promise<void> {
    while ((await this.blobs.sweep()) > 0);
  }
}
