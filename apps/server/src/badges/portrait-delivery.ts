import { Injectable } from '@nestjs/common';
import type { PortraitResult } from '@rollcall/contracts';
import { AuditService } from '../audit/audit.service.js';
import { PeopleService } from '../people/people.service.js';
import { Clock } from '../platform/clock/clock.js';
import { notFound } from '../platform/domain-error.js';
import type { Badge } from './badge.entity.js';
import { BadgeLedger } from './badge-ledger.js';
import { portraitUrlOf } from './badge-message.js';
import { PortraitCheck } from './portrait-check.js';

/** A picture and how far it was painted. */
export interface Painted {
  readonly picture: Uint8Array;
  readonly photo: Uint8Array;
  readonly step: number;
}

/** Checks a portrait, keeps it, and tells the marks of it, all or nothing. */
@Injectable()
export class PortraitDelivery {
  constructor(
    private readonly ledger: BadgeLedger,
    private readonly check: PortraitCheck,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError BADGE_NOT_FOUND where the person or the badge went meanwhile */
  async deliver(actor: string, { id, personId }: Badge, painted: Painted): Promise<Badge> {
    const checked = await this.check.of(personId, painted.picture, painted.photo);
    const portraitId = await this.ledger.store(painted.picture);
    const delivered = await this.ledger.transaction(async (manager) => {
      // First the person, as whoever erases people does.
      if (!(await this.people.lockIfThere(manager, personId))) throw notFound('badge');
      const found = await this.ledger.find(id, manager);
      const { likeness } = checked;
      const rest = { step: painted.step, likeness, finishedAt: this.clock.now() };
      const badge = await this.ledger.hangUp(manager, found, portraitId, rest);
      await this.check.remember(manager, badge, checked);
      const details = { person: personId, recognisable: likeness.recognisable };
      await this.audit.record({ actor, action: 'badge.finish', subject: `badge:${id}`, details }, manager);
      return badge;
    });
    await this.ledger.sweep();
    return delivered;
  }
}

export const resultOf = ({ id, likeness }: Badge): PortraitResult & Record<string, unknown> => ({
  badgeId: id,
  portraitUrl: portraitUrlOf(id),
  likeness: likeness!,
});
