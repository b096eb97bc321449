import { Injectable } from '@nestjs/common';
import type { Badge as BadgeMessage, BadgeQuery, Page } from '@rollcall/contracts';
import { PeopleService } from '../people/people.service.js';
import { notFound } from '../platform/domain-error.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import type { Badge } from './badge.entity.js';
import { BadgeLedger } from './badge-ledger.js';
import { presentBadge } from './badge-message.js';

/** What there is of badges, with whose they are and how far their jobs. */
@Injectable()
export class BadgeOverview {
  constructor(
    private readonly ledger: BadgeLedger,
    private readonly people: PeopleService,
    private readonly jobs: Jobs,
  ) {}

  async list(query: BadgeQuery): Promise<Page<BadgeMessage>> {
    const { items, nextCursor } = await this.ledger.list(query);
    return { items: await this.present(items), nextCursor };
  }

  async get(id: string): Promise<BadgeMessage> {
    const [badge] = await this.present([await this.ledger.find(id)]);
    if (!badge) throw notFound('badge');
    return badge;
  }

  /** Of a person who is erased at this moment nothing is shown any more. */
  private async present(badges: readonly Badge[]): Promise<BadgeMessage[]> {
    const jobs = await this.jobs.named(badges.map(({ jobId }) => jobId));
    const people = await this.people.named(badges.map(({ personId }) => personId));
    return badges.flatMap((badge) => {
      const person = people.get(badge.personId);
      return person ? presentBadge(badge, person.name, jobs.get(badge.jobId)) : [];
    });
  }
}
