import { Injectable } from '@nestjs/common';
import type { AgreementReport } from '@rollcall/contracts';
import { DomainError } from '../../platform/domain-error.js';
import type { JobContext, JobHandler } from '../../platform/jobs/job-handler.js';
import type { FaceEngine } from '../../vision/face-engine.js';
import { PackShelf } from '../../vision/pack-shelf.js';
import { Agreement } from './agreement.js';
import { ModelTemplates, type Untouched } from './model-templates.js';
import { Reembedding } from './reembedding.js';

const PAGE = 64;
const AT_ONCE = 4;
const START = '00000000-0000-0000-0000-000000000000';

interface Failed extends Untouched {
  readonly reason: string;
}

/**
 * Fills in the templates of another model from the kept photos, while the present one serves, and tells how decisions
 * would differ. Started again it goes on with the faces that have none yet.
 */
@Injectable()
export class ModelPreparation implements JobHandler<'models.prepare'> {
  readonly kind = 'models.prepare';

  constructor(
    private readonly shelf: PackShelf,
    private readonly templates: ModelTemplates,
    private readonly reembedding: Reembedding,
    private readonly agreement: Agreement,
  ) {}

  async run({ pack }: { pack: string }, context: JobContext): Promise<AgreementReport> {
    const engine = await this.open(pack);
    try {
      const failed: Failed[] = [];
      const reembedded = await this.fillIn(engine, failed, context);
      return await this.agreement.report(engine, { reembedded, failed }, context);
    } finally {
      await engine.close();
    }
  }

  private async open(pack: string): Promise<FaceEngine> {
    try {
      return await this.shelf.open(pack);
    } catch (error) {
      throw new DomainError('rule', 'MODEL_UNUSABLE', (error as Error).message);
    }
  }

  private async fillIn(
    engine: FaceEngine,
    failed: Failed[],
    { signal, progress }: JobContext,
  ): Promise<number> {
    const { modelId } = engine.pack;
    const steps = await this.templates.countWithout(modelId);
    let [step, after] = [0, START];
    for (;;) {
      const page = await this.templates.without(modelId, after, PAGE);
      if (page.length === 0) return step - failed.length;
      for (let i = 0; i < page.length; i += AT_ONCE) {
        signal.throwIfAborted();
        const some = page.slice(i, i + AT_ONCE);
        const reasons = await Promise.all(some.map((face) => this.reembedding.reembed(engine, face)));
        some.forEach((face, j) => reasons[j] && failed.push({ ...face, reason: reasons[j] }));
        step += some.length;
        progress({ step, steps, progress: (80 * step) / steps });
      }
      after = page.at(-1)!.faceId;
    }
  }
}
