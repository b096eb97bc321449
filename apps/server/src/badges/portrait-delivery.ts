import { Injectable } from '@nestjs/common';
import type { PortraitResult } from '@rollcall/contracts';
import { decodeImage, encodePng, resizeImage } from '@rollcall/vision';
import { AuditService } from '../audit/audit.service.js';
import { PeopleService } from '../people/people.service.js';
import { Clock } from '../platform/clock/clock.js';
import { notFound } from '../platform/domain-error.js';
import type { Badge } from './badge.entity.js';
import { BadgeLedger } from './badge-ledger.js';
import { portraitUrlOf } from './badge-message.js';
import { PortraitCheck, type Checked } from './portrait-check.js';

/** A picture and how far it was painted. */
export interface Delivered extends Pick<Badge, 'step' | 'losses' | 'complete'> {
  readonly picture: Uint8Array;
  readonly photo: Uint8Array;
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
  async deliver(actor: string, badge: Badge, { picture, photo, ...progress }: Delivered): Promise<Badge> {
    const portrait = await inSize(picture, badge.settings.size);
    const checked = await this.check.of(badge.personId, portrait, photo);
    const portraitId = await this.ledger.store(portrait);
    const delivered = await this.hangUp(actor, badge, portraitId, checked, progress).catch(async (error) => {
      await this.ledger.discard(portraitId);
      throw error;
    });
    await this.ledger.sweep();
    return delivered;
  }

  private hangUp(
    actor: string,
    { id, personId }: Badge,
    portraitId: string,
    checked: Checked,
    progress: Pick<Badge, 'step' | 'losses' | 'complete'>,
  ): Promise<Badge> {
    return this.ledger.transaction(async (manager) => {
      // First the person, as whoever erases people does.
      if (!(await this.people.lockIfThere(manager, personId))) throw notFound('badge');
      const found = await this.ledger.find(id, manager);
      const { likeness } = checked;
      const rest = { ...progress, likeness, finishedAt: this.clock.now() };
      const badge = await this.ledger.hangUp(manager, found, portraitId, rest);
      await this.check.remember(manager, badge, checked);
      const details = { person: personId, recognisable: likeness.recognisable };
      await this.audit.record({ actor, action: 'badge.finish', subject: `badge:${id}`, details }, manager);
      return badge;
    });
  }
}

/** Whoever stops while the large shapes are still painted small has a picture of their size. */
async function inSize(picture: Uint8Array, size: number): Promise<Uint8Array> {
  const image = await decodeImage(picture);
  if (image.width === size) return picture;
  return encodePng(await resizeImage(image, size, size));
}

export const resultOf = ({ id, likeness }: Badge): PortraitResult & Record<string, unknown> => ({
  badgeId: id,
  portraitUrl: portraitUrlOf(id),
  likeness: likeness!,
});
