import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BadgesService } from '../badges/badges.service.js';
import { EnrollmentService } from '../enrollment/enrollment.service.js';
import { PeopleImports } from '../enrollment/import/people-imports.service.js';
import { Lessons } from '../gallery/lessons.js';
import type { Person } from '../people/person.entity.js';

/** How much of a person was destroyed. */
export interface Destroyed {
  readonly templates: number;
  readonly photos: number;
  readonly frames: number;
  readonly portraits: number;
}

/** What a person is known by, and what was made from it. */
@Injectable()
export class FaceTraces {
  constructor(
    private readonly enrollment: EnrollmentService,
    private readonly lessons: Lessons,
    private readonly imports: PeopleImports,
    private readonly badges: BadgesService,
  ) {}

  /** Templates, enrolled photos, photos of an import that wait to be, and portraits that were painted from any. */
  async destroy(manager: EntityManager, person: Person): Promise<Destroyed> {
    const portraits = await this.badges.forget(manager, person.id);
    const faces = await this.enrollment.forget(manager, person);
    await this.lessons.forget(manager, person.id);
    const waiting = await this.imports.forgetPhotos(manager, person);
    return { templates: faces, photos: faces + waiting, frames: 0, portraits };
  }
}
