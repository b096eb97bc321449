import { Injectable } from '@nestjs/common';
import { decodeImage, encodePng, resizeImage } from '@rollcall/vision';
import { AuditService } from '../audit/audit.service.js';
import { BadgeLedger } from './badge-ledger.js';

/** Sharp enough for a tile in a list on a screen of twice the usual density. */
const THUMBNAIL_SIDE = 320;
/** Of those who watch pictures grow; more than watch at once. */
const REMEMBERED = 1_000;

/** Shows the pictures of badges, and notes who looked. */
@Injectable()
export class BadgePictures {
  /** Who watches which job: a picture that grows is fetched every other second, and noted once. */
  private readonly watching = new Set<string>();

  constructor(
    private readonly ledger: BadgeLedger,
    private readonly audit: AuditService,
  ) {}

  async preview(actor: string, id: string): Promise<Buffer> {
    const { previewId, personId, jobId } = await this.ledger.find(id);
    const picture = await this.ledger.picture(previewId);
    const watcher = `${jobId} ${actor}`;
    if (!this.watching.has(watcher)) {
      await this.note(actor, 'badge.preview.view', id, personId);
      if (this.watching.size >= REMEMBERED) this.watching.clear();
      this.watching.add(watcher);
    }
    return picture;
  }

  async portrait(actor: string, id: string): Promise<Buffer> {
    const { portraitId, personId } = await this.ledger.find(id);
    const picture = await this.ledger.picture(portraitId);
    await this.note(actor, 'badge.portrait.view', id, personId);
    return picture;
  }

  /** Not noted: it comes with a list, whether or not anybody looks. */
  async thumbnail(id: string): Promise<Uint8Array> {
    const image = await decodeImage(await this.ledger.picture((await this.ledger.find(id)).portraitId));
    const side = Math.min(THUMBNAIL_SIDE, image.width);
    return encodePng(await resizeImage(image, side, side));
  }

  private note(actor: string, action: string, id: string, person: string): Promise<void> {
    return this.audit.record({ actor, action, subject: `badge:${id}`, details: { person } });
  }
}
