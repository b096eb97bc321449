import { Injectable } from '@nestjs/common';
import type { BadgeAccepted, BadgeCreate } from '@rollcall/contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { notFound } from '../platform/domain-error.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { Badge } from './badge.entity.js';
import { BadgeLedger } from './badge-ledger.js';
import { PortraitQueue } from './portrait-queue.js';
import { usedBy } from './used-settings.js';
import { PortraitWishes } from './portrait-wishes.js';

/** Portraits of people in the manner of pictures: asked for, thrown away. */
@Injectable()
export class BadgesService {
  constructor(
    private readonly wishes: PortraitWishes,
    private readonly ledger: BadgeLedger,
    private readonly jobs: Jobs,
    private readonly queue: PortraitQueue,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The portrait is painted in the background, after those of its kind that were asked for before. */
  async ask(actor: string, wish: BadgeCreate): Promise<BadgeAccepted> {
    const { face, style } = await this.wishes.examine(wish);
    const { personId, styleId, blend } = wish;
    const id = uuidv7();
    return this.ledger.transaction(async (manager) => {
      await this.wishes.hold(manager, personId, face.id);
      const jobId = await this.queue.join(manager, actor, id, style);
      const settings = usedBy(style, wish);
      const made = { id, personId, styleId, blend, settings, jobId, styleName: style.name, faceId: face.id };
      await manager.insert(Badge, { ...made, createdAt: this.clock.now() });
      const details = { person: personId, style: styleId };
      await this.audit.record({ actor, action: 'badge.create', subject: `badge:${id}`, details }, manager);
      return { jobId, badgeId: id };
    });
  }

  /** Who is not painted yet will not be. That a printed portrait is known again stays. */
  async remove(actor: string, id: string): Promise<void> {
    const { personId } = await this.ledger.find(id);
    await this.ledger.transaction(async (manager) => {
      // First the person, as whoever delivers a portrait does.
      if (!(await this.wishes.holdIfThere(manager, personId))) throw notFound('badge');
      const badge = await this.ledger.find(id, manager);
      await this.drop(manager, [badge]);
      const details = { person: badge.personId };
      await this.audit.record({ actor, action: 'badge.delete', subject: `badge:${id}`, details }, manager);
    });
    await this.ledger.sweep();
  }

  /** Destroys every portrait of a person; the caller's transaction holds the person. */
  async forget(manager: EntityManager, personId: string): Promise<number> {
    const badges = await this.ledger.of(personId, manager);
    await this.drop(manager, badges);
    await this.wishes.forget(manager, personId);
    return badges.filter(({ portraitId }) => portraitId !== null).length;
  }

  private async drop(manager: EntityManager, badges: readonly Badge[]): Promise<void> {
    for (const { jobId } of badges) await this.jobs.cancelIfRunning(manager, jobId);
    await this.ledger.remove(manager, badges);
  }
}
