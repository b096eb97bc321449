import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { ShiftFeed as Message, ShiftFeedState } from '@rollcall/contracts';
import type { EntityManager, Repository } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { PeopleService } from '../../people/people.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { notFound } from '../../platform/domain-error.js';
import { hashSecret, newSecret } from '../../platform/http/bearer-secret.js';
import { ShiftFeed } from './shift-feed.entity.js';

@Injectable()
export class ShiftFeeds {
  constructor(
    @InjectRepository(ShiftFeed) private readonly feeds: Repository<ShiftFeed>,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** A new address, which is told this once; the one before ends. @throws DomainError PERSON_NOT_FOUND */
  async make(actor: string, personId: string): Promise<Message> {
    const token = newSecret('rcf');
    await this.feeds.manager.transaction(async (manager) => {
      await this.people.lock(manager, personId);
      const feed = { personId, tokenHash: hashSecret(token), createdAt: this.clock.now() };
      await manager.upsert(ShiftFeed, feed, ['personId']);
      await this.audit.record({ actor, action: 'shift-feed.create', subject: `person:${personId}` }, manager);
    });
    return { personId, path: `/api/v1/feeds/shifts/${token}.ics` };
  }

  /** Whether somebody has a calendar; its address nobody can look up. @throws DomainError PERSON_NOT_FOUND */
  async stateOf(personId: string): Promise<ShiftFeedState> {
    await this.people.get(personId);
    const feed = await this.feeds.findOneBy({ personId });
    return { personId, createdAt: feed?.createdAt.toISOString() ?? null };
  }

  /** @throws DomainError SHIFT_FEED_NOT_FOUND */
  async revoke(actor: string, personId: string): Promise<void> {
    await this.feeds.manager.transaction(async (manager) => {
      const { affected } = await manager.delete(ShiftFeed, { personId });
      if (!affected) throw notFound('shift feed');
      await this.audit.record({ actor, action: 'shift-feed.delete', subject: `person:${personId}` }, manager);
    });
  }

  /** Whose shifts an address shows. @throws DomainError SHIFT_FEED_NOT_FOUND */
  async ownerOf(token: string): Promise<string> {
    const feed = await this.feeds.findOneBy({ tokenHash: hashSecret(token) });
    if (!feed) throw notFound('shift feed');
    return feed.personId;
  }

  /** Within the caller's transaction: somebody is erased. */
  async forget(manager: EntityManager, personId: string): Promise<void> {
    await manager.delete(ShiftFeed, { personId });
  }
}
