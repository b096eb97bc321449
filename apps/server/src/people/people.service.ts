import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type {
  ConsentGiven,
  Page,
  Person as PersonMessage,
  PersonCreate,
  PersonQuery,
  PersonUpdate,
} from '@rollcall/contracts';
import { In, IsNull, type EntityManager, type Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.js';
import { isAhead } from '../platform/clock/ahead.js';
import { Clock } from '../platform/clock/clock.js';
import { violatesReference, violatesUnique } from '../platform/database/constraint.js';
import { DomainError, notFound } from '../platform/domain-error.js';
import { pageByIdDescending } from '../platform/http/paging.js';
import { History } from './history.js';
import { pageByName } from './people-by-name.js';
import { Person } from './person.entity.js';

import { presentPerson } from './person-message.js';
import { Pin } from './pin.entity.js';

@Injectable()
export class PeopleService {
  constructor(
    @InjectRepository(Person) private readonly people: Repository<Person>,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly history: History,
  ) {}

  list(query: PersonQuery): Promise<Page<PersonMessage>> {
    const rows = this.people.createQueryBuilder('p').where('p.erased_at IS NULL');
    if (query.search) {
      // Percent signs and underscores in a name are letters, not wildcards.
      const like = `%${query.search.replace(/[\\%_]/g, '\\$&')}%`;
      rows.andWhere('(p.name ILIKE :like OR p.employee_no ILIKE :like OR p.email ILIKE :like)', { like });
    }
    if (query.departmentId) rows.andWhere('p.department_id = :departmentId', query);
    if (query.siteId) rows.andWhere('p.site_id = :siteId', query);
    if (query.status) rows.andWhere('p.status = :status', query);
    return query.sort === 'name' ? pageByName(rows, query) : pageByIdDescending(rows, query, presentPerson);
  }

  async get(id: string): Promise<PersonMessage> {
    return presentPerson(await this.find(id));
  }

  /** People by id, without those that were erased. */
  async named(ids: readonly string[]): Promise<Map<string, Person>> {
    const found = await this.people.findBy({ id: In([...new Set(ids)]), erasedAt: IsNull() });
    return new Map(found.map((person) => [person.id, person]));
  }

  /** People by employee number. */
  async withNumbers(employeeNos: readonly string[]): Promise<Map<string, Person>> {
    const found = await this.people.findBy({ employeeNo: In([...employeeNos]) });
    return new Map(found.map((person) => [person.employeeNo!, person]));
  }

  async count(): Promise<{ people: number; enrolled: number }> {
    const active = { status: 'active', erasedAt: IsNull() } as const;
    const [people, without] = await Promise.all([
      this.people.countBy(active),
      this.people.countBy({ ...active, faceCount: 0 }),
    ]);
    return { people, enrolled: people - without };
  }

  async create(actor: string, fields: PersonCreate): Promise<PersonMessage> {
    const now = this.clock.now();
    const person = this.people.create({ id: uuidv7(), ...fields, createdAt: now, updatedAt: now });
    return this.change(async (manager) => {
      const saved = await manager.save(
        Person,
        Object.assign(person, { status: 'active', faceCount: 0, hasPin: false }),
      );
      await this.history.notePosting(manager, saved, true);
      await this.audit.record({ actor, action: 'person.create', subject: `person:${person.id}` }, manager);
      return presentPerson(saved);
    });
  }

  async update(actor: string, id: string, fields: PersonUpdate): Promise<PersonMessage> {
    return this.change(async (manager) => {
      const person = Object.assign(await this.lock(manager, id), fields, { updatedAt: this.clock.now() });
      await manager.save(Person, person);
      if (MOVES.some((field) => field in fields)) await this.history.notePosting(manager, person, false);
      const details = { fields: Object.keys(fields) };
      await this.audit.record({ actor, action: 'person.update', subject: `person:${id}`, details }, manager);
      return presentPerson(person);
    });
  }

  async giveConsent(actor: string, id: string, consent: ConsentGiven): Promise<PersonMessage> {
    const givenAt = new Date(consent.givenAt);
    if (isAhead(givenAt, this.clock.now())) throw consentInFuture();
    return this.change(async (manager) => {
      const person = await this.lock(manager, id);
      person.consentVersion = consent.documentVersion;
      person.consentGivenAt = givenAt;
      person.consentWithdrawnAt = null;
      await manager.save(Person, person);
      const details = { documentVersion: consent.documentVersion };
      await this.audit.record({ actor, action: 'consent.give', subject: `person:${id}`, details }, manager);
      return presentPerson(person);
    });
  }

  /** The row, held until the transaction ends: what is decided about one person is decided one after another. */
  async lock(manager: EntityManager, id: string): Promise<Person> {
    const person = await this.lockIfThere(manager, id);
    if (!person) throw notFound('person');
    return person;
  }

  lockIfThere(manager: EntityManager, id: string): Promise<Person | null> {
    return manager.findOne(Person, {
      where: { id, erasedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Empties a locked person's row; what was paid by it keeps adding up, nothing says whose it was. */
  async blank(manager: EntityManager, person: Person): Promise<void> {
    const now = this.clock.now();
    const empty = {
      employeeNo: null,
      name: '',
      email: null,
      departmentId: null,
      siteId: null,
      shiftId: null,
    };
    const consent = { consentVersion: null, consentGivenAt: null, consentWithdrawnAt: null };
    const gone = { hasPin: false, status: 'inactive', updatedAt: now, erasedAt: now };
    await manager.save(Person, Object.assign(person, empty, consent, gone));
    await manager.delete(Pin, { personId: person.id });
  }

  async withdrawConsent(manager: EntityManager, person: Person): Promise<void> {
    person.consentWithdrawnAt = this.clock.now();
    await manager.save(Person, person);
  }

  /** Enrolment tells how many faces a locked person has gained or lost. */
  async noteFaces(manager: EntityManager, person: Person, change: number): Promise<void> {
    person.faceCount += change;
    person.updatedAt = this.clock.now();
    await manager.save(Person, person);
  }

  async notePin(manager: EntityManager, person: Person, hasPin: boolean): Promise<void> {
    person.hasPin = hasPin;
    person.updatedAt = this.clock.now();
    await manager.save(Person, person);
  }

  /** The active person with this number; null where nobody has it. */
  byEmployeeNo(employeeNo: string): Promise<Person | null> {
    return this.people.findOneBy({ employeeNo, status: 'active', erasedAt: IsNull() });
  }

  async find(id: string): Promise<Person> {
    const person = await this.people.findOneBy({ id, erasedAt: IsNull() });
    if (!person) throw notFound('person');
    return person;
  }

  private async change<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.people.manager.transaction(work);
    } catch (error) {
      throw refusalOf(error);
    }
  }
}

/** What decides where somebody belongs. */
const MOVES = ['departmentId', 'siteId', 'shiftId', 'status'] as const;

const consentInFuture = () =>
  new DomainError(
    'rule',
    'CONSENT_IN_FUTURE',
    'The consent would have been given in the future. Say when it was given, or set the clock right.',
  );

function refusalOf(error: unknown): unknown {
  if (violatesUnique(error, 'people_employee_no_key')) {
    return new DomainError('conflict', 'EMPLOYEE_NO_TAKEN', 'Somebody has this employee number already.');
  }
  if (violatesReference(error, 'people_department_id_fkey')) {
    return new DomainError('rule', 'DEPARTMENT_NOT_FOUND', 'There is no such department.');
  }
  if (violatesReference(error, 'people_site_id_fkey')) {
    return new DomainError('rule', 'SITE_NOT_FOUND', 'There is no such site.');
  }
  if (violatesReference(error, 'people_shift_id_fkey')) {
    return new DomainError('rule', 'SHIFT_NOT_FOUND', 'There is no such shift.');
  }
  return error;
}
