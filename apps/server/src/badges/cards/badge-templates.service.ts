import { Injectable } from '@nestjs/common';
import type { BadgeTemplate, BadgeTemplateUpdate } from '@rollcall/contracts';
import { decodeImage, encodePng, ImageRejected, resizeImage } from '@rollcall/vision';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { notFound } from '../../platform/domain-error.js';
import { BlobStore } from '../../platform/storage/blob-store.js';
import { refusalOfImage } from '../../vision/image-refusal.js';
import { BadgeTemplateRow } from './badge-template.entity.js';

/** Until somebody decides otherwise. */
const PLAIN: Omit<BadgeTemplate, 'hasLogo'> = {
  companyName: '',
  accent: '#0f5c63',
  background: '#ffffff',
  text: '#14202b',
  layout: 'landscape',
  showDepartment: true,
  showQr: true,
  backText: '',
};
/** A logo is printed at most 20 mm high: 600 dpi and more. */
const LOGO_SIDE = 600;
const DAY_MS = 86_400_000;

/** How this organisation's cards look. */
@Injectable()
export class BadgeTemplates {
  constructor(
    private readonly source: DataSource,
    private readonly blobs: BlobStore,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async current(): Promise<BadgeTemplate> {
    const { look, logoId } = await this.row();
    return { ...PLAIN, ...look, hasLogo: logoId !== null };
  }

  /** Null where there is none. */
  async logo(): Promise<Buffer | null> {
    const { logoId } = await this.row();
    return logoId ? this.blobs.get(logoId) : null;
  }

  async shownLogo(): Promise<Buffer> {
    const logo = await this.logo();
    if (!logo) throw notFound('logo');
    return logo;
  }

  async change(actor: string, update: BadgeTemplateUpdate): Promise<BadgeTemplate> {
    await this.source.transaction(async (manager) => {
      const row = await manager.findOneOrFail(BadgeTemplateRow, {
        where: { id: 1 },
        lock: { mode: 'pessimistic_write' },
      });
      await manager.update(BadgeTemplateRow, { id: 1 }, { look: { ...row.look, ...update } });
      await this.audit.record(
        { actor, action: 'badge-template.update', details: { fields: Object.keys(update) } },
        manager,
      );
    });
    return this.current();
  }

  /** @param image null removes it */
  async changeLogo(actor: string, image: Uint8Array | null): Promise<BadgeTemplate> {
    const logoId = image && (await this.store(image));
    await this.source.transaction(async (manager) => {
      const before = await manager.findOneOrFail(BadgeTemplateRow, {
        where: { id: 1 },
        lock: { mode: 'pessimistic_write' },
      });
      await manager.update(BadgeTemplateRow, { id: 1 }, { logoId });
      if (logoId) await this.blobs.keep(manager, logoId);
      await this.blobs.expire(manager, [before.logoId ?? []].flat());
      await this.audit.record(
        { actor, action: 'badge-template.logo', details: { set: logoId !== null } },
        manager,
      );
    });
    await this.blobs.sweep();
    return this.current();
  }

  private async store(image: Uint8Array): Promise<string> {
    const decoded = await decodeImage(image).catch((error: unknown) => {
      throw error instanceof ImageRejected ? refusalOfImage(error) : error;
    });
    const scale = Math.min(1, LOGO_SIDE / Math.max(decoded.width, decoded.height));
    const [width, height] = [decoded.width, decoded.height].map((side) =>
      Math.max(1, Math.round(side * scale)),
    );
    const png = await encodePng(await resizeImage(decoded, width!, height!));
    return this.blobs.put('logo', png, new Date(this.clock.now().getTime() + DAY_MS));
  }

  private row(): Promise<BadgeTemplateRow> {
    return this.source.manager.findOneByOrFail(BadgeTemplateRow, { id: 1 });
  }
}
