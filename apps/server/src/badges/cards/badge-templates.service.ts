import { Injectable } from '@nestjs/common';
import {
  contrastOf,
  LEAST_CONTRAST,
  type BadgeTemplate,
  type BadgeTemplateUpdate,
} from '@rollcall/contracts';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError, notFound } from '../../platform/domain-error.js';
import { BlobStore } from '../../platform/storage/blob-store.js';
import { Typeface } from '../../platform/typeface/typeface.js';
import { BadgeTemplateRow } from './badge-template.entity.js';
import { cutOnAll } from './card-cuts.js';
import { coloursOf, keptLogo } from './logo.js';

/** Until somebody decides otherwise. */
const PLAIN: Required<BadgeTemplateUpdate> = {
  companyName: '',
  accent: '#0f5c63',
  background: '#ffffff',
  text: '#14202b',
  layout: 'landscape',
  showDepartment: true,
  showQr: true,
  backText: '',
  logoPlate: 'auto',
};
const DAY_MS = 86_400_000;

/** What cannot be printed as it stands. */
type Warnings = Pick<BadgeTemplate, 'unprintable' | 'cut'>;

/** How this organisation's cards look. */
@Injectable()
export class BadgeTemplates {
  private warned: { readonly key: string; readonly warnings: Warnings } | null = null;

  constructor(
    private readonly source: DataSource,
    private readonly blobs: BlobStore,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly typeface: Typeface,
  ) {}

  async current(): Promise<BadgeTemplate> {
    const { look, logoId } = await this.row();
    const logo = logoId && (await this.blobs.get(logoId));
    const logoColours = logo ? await coloursOf(logo) : [];
    const shown = { ...PLAIN, ...look, hasLogo: logoId !== null, logoColours };
    return { ...shown, ...(await this.warningsOf(shown)) };
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
      const look = { ...row.look, ...update };
      const { text, background } = { ...PLAIN, ...look };
      if (contrastOf(text, background) < LEAST_CONTRAST) throw unreadable();
      await manager.update(BadgeTemplateRow, { id: 1 }, { look });
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

  /** Letters take a while to be measured, and a template is asked for with every card. */
  private async warningsOf(shown: Parameters<typeof cutOnAll>[0]): Promise<Warnings> {
    const key = JSON.stringify(shown);
    if (this.warned?.key === key) return this.warned.warnings;
    const warnings = {
      unprintable: await this.typeface.unprintable(`${shown.companyName} ${shown.backText}`),
      cut: await cutOnAll(shown, this.typeface),
    };
    this.warned = { key, warnings };
    return warnings;
  }

  private async store(image: Uint8Array): Promise<string> {
    const kept = await keptLogo(image);
    return this.blobs.put('logo', kept, new Date(this.clock.now().getTime() + DAY_MS));
  }

  private row(): Promise<BadgeTemplateRow> {
    return this.source.manager.findOneByOrFail(BadgeTemplateRow, { id: 1 });
  }
}

const unreadable = () =>
  new DomainError(
    'rule',
    'CARD_UNREADABLE',
    'The text could hardly be read on this background. Choose colours that differ more in lightness.',
  );
