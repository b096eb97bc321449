import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { DomainError } from '../platform/domain-error.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { GalleryState } from './gallery-state.js';
import { TemplateKeys } from './template-keys.js';

type Kind = 'gallery.index' | 'templates.rotate-key';

/** Starts the gallery's background work where somebody asks for it. */
@Injectable()
export class GalleryWork {
  constructor(
    private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly state: GalleryState,
    private readonly keys: TemplateKeys,
    private readonly audit: AuditService,
  ) {}

  /** Answers the job's id; one that is under way already is answered again. */
  start(actor: string, kind: Kind): Promise<string> {
    return this.source.transaction(async (manager) => {
      const jobId = await this.jobs.enqueue(actor, kind, {}, { manager, uniqueKey: kind });
      await this.audit.record({ actor, action: kind, details: { jobId } }, manager);
      return jobId;
    });
  }

  async rotateKey(actor: string): Promise<string> {
    if ((await this.state.servingKey()) !== this.keys.newest)
      return this.start(actor, 'templates.rotate-key');
    const detail =
      'The newest template key serves already. Put a new one first in ROLLCALL_TEMPLATE_KEYS, keep the old one ' +
      'behind it, restart every server and worker, and ask again.';
    throw new DomainError('conflict', 'KEY_ALREADY_SERVES', detail);
  }
}
