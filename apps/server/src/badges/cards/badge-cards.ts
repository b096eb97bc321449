import { Injectable } from '@nestjs/common';
import type { CardPdfQuery, CardSide, SheetPaper } from '@rollcall/contracts';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { bleedPages, cardPages, PER_SHEET, sheets } from './card-documents.js';
import { CardDesk } from './card-desk.js';
import { pngOf } from './svg-painter.js';

/** Cards to look at and to print; who printed whose is noted. */
@Injectable()
export class BadgeCards {
  constructor(
    private readonly desk: CardDesk,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async png(actor: string, badgeId: string, side: CardSide): Promise<Uint8Array> {
    const [card] = await this.desk.draw([badgeId]);
    await this.note(actor, [badgeId]);
    return pngOf(card![side]);
  }

  async pdf(actor: string, badgeId: string, paper: CardPdfQuery['paper']): Promise<Buffer> {
    const [card] = await this.desk.draw([badgeId]);
    await this.note(actor, [badgeId]);
    const now = this.clock.now();
    if (paper === 'card') return cardPages(card!, now);
    if (paper === 'bleed') return bleedPages(card!, now);
    return sheets(
      Array.from({ length: PER_SHEET }, () => card!),
      paper,
      now,
    );
  }

  async sheet(actor: string, badgeIds: readonly string[], paper: SheetPaper): Promise<Buffer> {
    const cards = await this.desk.draw(badgeIds);
    await this.note(actor, badgeIds);
    return sheets(cards, paper, this.clock.now());
  }

  private async note(actor: string, badgeIds: readonly string[]): Promise<void> {
    const [only] = badgeIds;
    const subject = badgeIds.length === 1 ? { subject: `badge:${only}` } : {};
    await this.audit.record({ actor, action: 'badge.print', ...subject, details: { badges: badgeIds } });
  }
}
