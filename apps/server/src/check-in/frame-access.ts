import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { notFound } from '../platform/domain-error.js';
import { BlobStore } from '../platform/storage/blob-store.js';
import { CheckInHistory } from './check-in-history.js';

/** Shows a kept frame, and notes who looked at it. */
@Injectable()
export class FrameAccess {
  constructor(
    private readonly history: CheckInHistory,
    private readonly blobs: BlobStore,
    private readonly audit: AuditService,
  ) {}

  async open(actor: string, checkInId: string): Promise<Buffer> {
    const { frameId, personId } = await this.history.find(checkInId);
    const picture = frameId ? await this.blobs.get(frameId) : null;
    if (!picture) throw notFound('frame');
    const details = personId ? { person: personId } : {};
    await this.audit.record({
      actor,
      action: 'check-in.frame.view',
      subject: `check-in:${checkInId}`,
      details,
    });
    return picture;
  }
}
