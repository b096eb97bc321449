import { Injectable } from '@nestjs/common';
import type { ModelState, PackInfo } from '@rollcall/contracts';
import { DomainError } from '../../platform/domain-error.js';
import type { Job } from '../../platform/jobs/job.entity.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { FaceEngine } from '../../vision/face-engine.js';
import { PackShelf } from '../../vision/pack-shelf.js';
import { ModelTemplates } from './model-templates.js';

/** The installed packs, and how far each could decide. */
@Injectable()
export class ModelCatalog {
  constructor(
    private readonly shelf: PackShelf,
    private readonly engine: FaceEngine,
    private readonly templates: ModelTemplates,
    private readonly jobs: Jobs,
  ) {}

  async list(): Promise<ModelState[]> {
    const counts = await this.templates.counts();
    const states: ModelState[] = [];
    for (const pack of await this.shelf.names()) states.push(await this.describe(pack, counts));
    return states;
  }

  /** @throws DomainError MODEL_NOT_FOUND, MODEL_UNUSABLE */
  async require(pack: string): Promise<PackInfo> {
    if (!(await this.shelf.names()).includes(pack)) {
      throw new DomainError('not-found', 'MODEL_NOT_FOUND', 'No such model pack is installed.');
    }
    try {
      return await this.shelf.describe(pack);
    } catch (error) {
      throw new DomainError('rule', 'MODEL_UNUSABLE', (error as Error).message);
    }
  }

  /** How many faces a pack has no template of, beyond those that its last preparation could not use. */
  async unprepared(pack: string, modelId: string): Promise<number> {
    const missing = await this.templates.countWithout(modelId);
    return Math.max(0, missing - unreadableIn(await this.lastJob(pack)));
  }

  private async describe(pack: string, counts: ReadonlyMap<string, number>): Promise<ModelState> {
    const job = await this.lastJob(pack);
    try {
      const info = await this.shelf.describe(pack);
      const facesWithout = await this.templates.countWithout(info.modelId);
      const templates = counts.get(info.modelId) ?? 0;
      const state = this.stateOf(info, job, templates, facesWithout);
      return { ...shown(pack, info), state, templates, facesWithout, jobId: job?.id ?? null, fault: null };
    } catch (error) {
      return unusable(pack, (error as Error).message);
    }
  }

  private stateOf({ modelId }: PackInfo, job: Job | null, templates: number, facesWithout: number) {
    if (modelId === this.engine.pack.modelId) return 'active';
    if (job?.state === 'waiting' || job?.state === 'active') return 'preparing';
    if (templates > 0 && facesWithout <= unreadableIn(job)) return 'prepared';
    return templates > 0 ? 'partly' : 'installed';
  }

  private lastJob(pack: string): Promise<Job | null> {
    return this.jobs.last('models.prepare', pack);
  }
}

/** Faces that a preparation could not use, by its report. */
function unreadableIn(job: Job | null): number {
  const failed = job?.state === 'completed' ? job.result?.['failed'] : undefined;
  return Array.isArray(failed) ? failed.length : 0;
}

const shown = (pack: string, info: PackInfo) => ({
  pack,
  title: info.title,
  modelId: info.modelId,
  licence: info.licence,
  commercialUse: info.commercialUse,
  dimension: info.dimension,
  measurement: info.measurement,
  mostPeople: info.mostPeople,
});

const unusable = (pack: string, fault: string): ModelState => ({
  pack,
  title: pack,
  modelId: '',
  licence: '',
  commercialUse: false,
  dimension: 0,
  measurement: '',
  mostPeople: null,
  state: 'unusable',
  templates: 0,
  facesWithout: 0,
  jobId: null,
  fault,
});
