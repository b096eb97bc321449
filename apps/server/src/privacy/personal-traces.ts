import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PeopleImports } from '../enrollment/import/people-imports.service.js';
import type { Person } from '../people/person.entity.js';
import { BlobStore } from '../platform/storage/blob-store.js';
import { FaceTraces, type Destroyed } from './face-traces.js';
import { WorkTraces } from './work-traces.js';

/** Everything that the features keep of a person, wherever it lies. */
@Injectable()
export class PersonalTraces {
  constructor(
    private readonly faces: FaceTraces,
    private readonly work: WorkTraces,
    private readonly imports: PeopleImports,
    private readonly blobs: BlobStore,
  ) {}

  destroyFaces(manager: EntityManager, person: Person): Promise<Destroyed> {
    return this.faces.destroy(manager, person);
  }

  /** Templates, photos, portraits, the frames of every check-in, and what was written about leave and corrections. */
  async destroyAll(manager: EntityManager, person: Person): Promise<Destroyed> {
    const faces = await this.faces.destroy(manager, person);
    const frames = await this.work.destroy(manager, person.id);
    await this.imports.forgetRows(manager, person);
    return { ...faces, frames };
  }

  /** The files go after the transaction that made them due. */
  async sweep(): Promise<void> {
    while ((await this.blobs.sweep()) > 0);
  }
}
