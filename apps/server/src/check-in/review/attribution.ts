import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import { PunchesService } from '../../attendance/punches/punches.service.js';
import type { Presence } from '../../attendance/punches/timeline.js';
import type { Person } from '../../people/person.entity.js';
import { PeopleService } from '../../people/people.service.js';
import { notFound } from '../../platform/domain-error.js';
import { CheckIn } from '../check-in.entity.js';

/** The people of a review, held. */
export interface Held {
  /** Whose the check-in is now; null where it is nobody's. */
  readonly owner: string | null;
  /** Those involved who are still there: about nobody else anything may be kept. */
  readonly people: ReadonlyMap<string, Person>;
}

/** Whose attendance a check-in is: the row stays as it was decided, the punch follows the reviews. */
@Injectable()
export class Attribution {
  constructor(
    @InjectRepository(CheckIn) private readonly checkIns: Repository<CheckIn>,
    private readonly people: PeopleService,
    private readonly attendance: PunchesService,
  ) {}

  async find(checkInId: string): Promise<CheckIn> {
    const checkIn = await this.checkIns.findOne({ where: { id: checkInId }, relations: { device: true } });
    if (!checkIn) throw notFound('check in');
    return checkIn;
  }

  /**
   * Holds everyone whose attendance may change, or about whom something may be learned, until the transaction ends.
   *
   * @throws DomainError PERSON_NOT_FOUND where the named person is not there
   */
  async hold(manager: EntityManager, checkIn: CheckIn, named: string | undefined): Promise<Held> {
    const before = await this.attendance.ownerOf(manager, checkIn.id);
    const resembling = checkIn.candidates.map(({ personId }) => personId);
    const involved = [checkIn.personId, before, named, ...resembling].filter((id) => typeof id === 'string');
    const people = new Map<string, Person>();
    // In one order, so that two reviews never wait for each other.
    for (const id of [...new Set(involved)].sort()) {
      const person = await this.people.lockIfThere(manager, id);
      if (person) people.set(id, person);
      else if (id === named) throw notFound('person');
    }
    return { owner: await this.attendance.ownerOf(manager, checkIn.id), people };
  }

  async withdraw(manager: EntityManager, { id }: CheckIn): Promise<void> {
    await this.attendance.withdraw(manager, id);
  }

  /** Counts the check-in for a held person, unless it repeats another of theirs. */
  async assign(
    manager: EntityManager,
    checkIn: CheckIn,
    personId: string,
    duplicateWindowSeconds: number,
  ): Promise<void> {
    const presence = presenceOf(checkIn, personId);
    const timeline = await this.attendance.timeline(manager, presence, duplicateWindowSeconds);
    if (timeline.repeatedBy(presence, duplicateWindowSeconds)) return;
    await this.attendance.punch(manager, checkIn.id, presence, timeline);
  }
}

function presenceOf({ siteId, timeZone, capturedAt, device }: CheckIn, personId: string): Presence {
  const way = device?.direction ?? 'auto';
  return { personId, site: { id: siteId, timeZone }, at: capturedAt, direction: way === 'auto' ? null : way };
}
