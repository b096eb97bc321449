import type { JobKind } from '@rollcall/contracts';
import type { JobContext, JobHandler } from '../../src/platform/jobs/job-handler.js';
import { JobHandlers } from '../../src/platform/jobs/job-handlers.js';
import { JobPace } from '../../src/platform/jobs/job-pace.js';

export type Script = (
  payload: Record<string, unknown>,
  context: JobContext,
) => Promise<Record<string, unknown> | void>;

/** Double of the features' handlers: jobs do what the test says. */
export class ScriptedJobHandlers extends JobHandlers {
  script: Script = async () => undefined;

  override get kinds(): JobKind[] {
    return ['gallery.index', 'people.import'];
  }

  override register(): void {}

  /** It does whatever is asked. */
  override requireAll(): void {}

  override of(kind: JobKind): JobHandler {
    return { kind, run: (payload, context) => this.script({ ...payload }, context) };
  }
}

/** Fast enough for a test to wait for what takes seconds in the product. */
export class QuickJobPace extends JobPace {
  override readonly leaseMs = 1_500;
  override readonly heartbeatMs = 300;
  override readonly sweepMs = 300;
  override readonly backOffMs = 100;
  override readonly stopMs = 5_000;
}
