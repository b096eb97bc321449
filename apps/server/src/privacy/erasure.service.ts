import { Injectable } from '@nestjs/common';
import type { ErasureReceipt as ErasureReceiptMessage, Person as PersonMessage } from '@rollcall/contracts';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.js';
import { hasConsent, presentPerson } from '../people/person-message.js';
import { PeopleService } from '../people/people.service.js';
import { Clock } from '../platform/clock/clock.js';
import { ErasureReceipt } from './erasure-receipt.entity.js';
import { PersonalTraces } from './personal-traces.js';

@Injectable()
export class ErasureService {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleService,
    private readonly traces: PersonalTraces,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Erases a person: face, photos, frames, name and number. What was worked stays, without saying by whom. */
  async erase(actor: string, personId: string): Promise<ErasureReceiptMessage> {
    const receipt = await this.source.transaction(async (manager) => {
      const person = await this.people.lock(manager, personId);
      const destroyed = await this.traces.destroyAll(manager, person);
      await this.people.blank(manager, person);
      const receipt = { id: uuidv7(), personId, erasedAt: this.clock.now(), ...destroyed };
      await manager.insert(ErasureReceipt, receipt);
      const details = { receipt: receipt.id, ...destroyed };
      await this.audit.record(
        { actor, action: 'person.erase', subject: `person:${personId}`, details },
        manager,
      );
      return receipt;
    });
    await this.traces.sweep();
    return { ...receipt, erasedAt: receipt.erasedAt.toISOString() };
  }

  /** Withdrawn consent: templates and photos go, the person stays and may check in by other means. */
  async withdrawConsent(actor: string, personId: string): Promise<PersonMessage> {
    const person = await this.source.transaction(async (manager) => {
      const person = await this.people.lock(manager, personId);
      if (!hasConsent(person)) return presentPerson(person); // Withdrawn already, or never given.
      const details = { ...(await this.traces.destroyFaces(manager, person)) };
      await this.people.withdrawConsent(manager, person);
      await this.audit.record(
        { actor, action: 'consent.withdraw', subject: `person:${personId}`, details },
        manager,
      );
      return presentPerson(person);
    });
    await this.traces.sweep();
    return person;
  }
}
