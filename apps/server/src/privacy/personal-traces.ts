import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AnsweredRequests } from '../check-in/answered-requests.js';
import { CheckInLog } from '../check-in/check-in-log.js';
import { PeopleImports } from '../enrollment/import/people-imports.service.js';
import type { Person } from '../people/person.entity.js';
import { BlobStore } from '../platform/storage/blob-store.js';
import { FaceTraces, type Destroyed } from './face-traces.js';

/** Everything biometric that the features keep of a person, wherever it lies. */
@Injectable()
export class PersonalTraces {
  constructor(
    private readonly faces: FaceTraces,
    private readonly imports: PeopleImports,
    private readonly checkIns: CheckInLog,
    private readonly answered: AnsweredRequests,
    private readonly blobs: BlobStore,
  ) {}

  destroyFaces(manager: EntityManager, person: Person): Promise<Destroyed> {
    return this.faces.destroy(manager, person);
  }

  /** Templates, photos, portraits and the frames of every check-in. */
  async destroyAll(manager: EntityManager, person: Person): Promise<Destroyed> {
    const faces = await this.faces.destroy(manager, person);
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
