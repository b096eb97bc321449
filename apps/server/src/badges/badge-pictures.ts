import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { BadgeLedger } from './badge-ledger.js';

/** Shows the pictures of badges, and notes who looked at a finished one. */
@Injectable()
export class BadgePictures {
  constructor(
    private readonly ledger: BadgeLedger,
    private readonly audit: AuditService,
  ) {}

  async preview(id: string): Promise<Buffer> {
    return this.ledger.picture((await this.ledger.find(id)).previewId);
  }

  async portrait(actor: string, id: string): Promise<Buffer> {
    const { portraitId, personId } = await this.ledger.find(id);
    const picture = await this.ledger.picture(portraitId);
    const details = { person: personId };
    await this.audit.record({ actor, action: 'badge.portrait.view', subject: `badge:${id}`, details });
    return picture;
  }
}
