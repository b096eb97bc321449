import { Injectable } from '@nestjs/common';
import type { ModelList } from '@rollcall/contracts';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { GalleryState } from '../../gallery/gallery-state.js';
import { DomainError } from '../../platform/domain-error.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { ModelCatalog } from './model-catalog.js';
import { ModelTakeover } from './model-takeover.js';

/** Which model pack decides. */
@Injectable()
export class ModelsService {
  constructor(
    private readonly source: DataSource,
    private readonly catalog: ModelCatalog,
    private readonly state: GalleryState,
    private readonly jobs: Jobs,
    private readonly takeover: ModelTakeover,
    private readonly audit: AuditService,
  ) {}

  async list(): Promise<ModelList> {
    const { previousPack } = await this.state.read();
    return { items: await this.catalog.list(), previous: previousPack };
  }

  /** Starts to fill in this pack's templates; answers the job. */
  async prepare(actor: string, pack: string): Promise<string> {
    await this.catalog.require(pack);
    return this.source.transaction(async (manager) => {
      const jobId = await this.jobs.enqueue(actor, 'models.prepare', { pack }, { manager, uniqueKey: pack });
      await this.audit.record({ actor, action: 'model.prepare', details: { pack, jobId } }, manager);
      return jobId;
    });
  }

  /** From now on this pack decides, on every server. @throws DomainError MODEL_NOT_PREPARED */
  async activate(actor: string, pack: string): Promise<ModelList> {
    const { modelId } = await this.catalog.require(pack);
    const present = this.takeover.present;
    if (pack === present) return this.list();
    const missing = await this.catalog.unprepared(pack, modelId);
    if (missing > 0) throw notPrepared(missing);
    await this.source.transaction(async (manager) => {
      await this.state.activate(manager, pack, present);
      const details = { pack, previous: present };
      await this.audit.record({ actor, action: 'model.activate', details }, manager);
    });
    await this.takeover.everywhere();
    return this.list();
  }

  /** Back to the pack that decided before. */
  async rollBack(actor: string): Promise<ModelList> {
    const { previousPack } = await this.state.read();
    if (previousPack) return this.activate(actor, previousPack);
    throw new DomainError('conflict', 'NO_PREVIOUS_MODEL', 'No other model was active before this one.');
  }
}

const notPrepared = (missing: number) =>
  new DomainError(
    'conflict',
    'MODEL_NOT_PREPARED',
    `${missing} enrolled faces have no template of this model yet. Prepare it first, so that nobody is turned away.`,
  );
