import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { hashPassword } from '../auth/password.js';
import { Clock } from '../platform/clock/clock.js';
import { PeopleService } from './people.service.js';
import { Pin } from './pin.entity.js';
import { requireStrength } from './pin-strength.js';

/** Gives people their PINs. Only the hash is kept, and only PinCheck reads it. */
@Injectable()
export class PinsService {
  constructor(
    @InjectRepository(Pin) private readonly pins: Repository<Pin>,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** A new PIN starts anew: nothing counts against it, and a lock is lifted. */
  async set(actor: string, personId: string, pin: string): Promise<void> {
    requireStrength(pin);
    const hash = await hashPassword(pin);
    await this.pins.manager.transaction(async (manager) => {
      const person = await this.people.lock(manager, personId);
      const fresh = { personId, hash, failures: 0, lockedUntil: null, setAt: this.clock.now() };
      await manager.upsert(Pin, fresh, ['personId']);
      await this.people.notePin(manager, person, true);
      await this.audit.record({ actor, action: 'pin.set', subject: `person:${personId}` }, manager);
    });
  }

  async remove(actor: string, personId: string): Promise<void> {
    await this.pins.manager.transaction(async (manager) => {
      const person = await this.people.lock(manager, personId);
      if (!person.hasPin) return;
      await manager.delete(Pin, { personId });
      await this.people.notePin(manager, person, false);
      await this.audit.record({ actor, action: 'pin.remove', subject: `person:${personId}` }, manager);
    });
  }
}
