import { setTimeout as sleep } from 'node:timers/promises';
import type { Job, JobKind } from '@rollcall/contracts';
import { JobHandlers } from '../../src/platform/jobs/job-handlers.js';
import { JobPace } from '../../src/platform/jobs/job-pace.js';
import { Jobs, type EnqueueOptions } from '../../src/platform/jobs/jobs.service.js';
import { Rollcall } from './rollcall.js';
import { QuickJobPace, ScriptedJobHandlers, type Script } from './scripted-jobs.js';
import type { TestDatabase } from './test-database.js';

/** Test files that run beside each other must not flush one another's jobs. Redis has 16 logical databases. */
const OWN_REDIS = 9 + (Number(process.env['JEST_WORKER_ID'] ?? 1) % 7);

/** Both queues where a Redis is there. The one in Redis gets a logical database of its own, which it may flush. */
export const QUEUES: [name: string, settings: Record<string, string>][] = [
  ['in the process', { REDIS_URL: '' }],
  ...[process.env['REDIS_URL'] ?? []]
    .flat()
    .map((url): [string, Record<string, string>] => ['Bull on Redis', { REDIS_URL: `${url}/${OWN_REDIS}` }]),
];

/** An app whose jobs do what the test says. */
export class JobStage {
  private constructor(
    readonly rollcall: Rollcall,
    private readonly handlers: ScriptedJobHandlers,
  ) {}

  static async open(
    settings: Record<string, string>,
    database?: TestDatabase,
    script: Script = async () => undefined,
  ): Promise<JobStage> {
    const handlers = new ScriptedJobHandlers();
    handlers.script = script;
    const doubles = [[JobHandlers, handlers] as const, [JobPace, new QuickJobPace()] as const];
    const rollcall = await Rollcall.start(settings, { doubles, ...(database && { database }) });
    return new JobStage(rollcall, handlers);
  }

  close(): Promise<void> {
    return this.rollcall.stop();
  }

  get jobs(): Jobs {
    return this.rollcall.app.get(Jobs);
  }

  set script(script: Script) {
    this.handlers.script = script;
  }

  enqueue(payload: Record<string, unknown> = {}, options?: EnqueueOptions, kind: JobKind = 'gallery.index') {
    // What a kind is really given is of no account: the scripted handlers run it.
    return this.jobs.enqueue('user:test', kind, payload as never, options);
  }

  async show(id: string): Promise<Job> {
    return (await this.rollcall.admin()).get<Job>(`/jobs/${id}`);
  }

  async until(id: string, state: Job['state'], timeoutMs = 30_000): Promise<Job> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const job = await this.show(id);
      if (job.state === state) return job;
      if (Date.now() > deadline) throw new Error(`Not ${state} in time: ${JSON.stringify(job)}`);
      await sleep(25);
    }
  }

  /** A job that somebody else claimed, and whose lease has ended. */
  async abandoned(attempts: number, maxAttempts: number): Promise<string> {
    const id = await this.enqueue({}, { maxAttempts }, 'models.prepare'); // Of a kind that nobody here runs.
    await this.rollcall.sql(
      `UPDATE jobs SET kind = 'gallery.index', state = 'active', attempts = $2, leased_by = 'dead:1:x',
         lease_until = now() - interval '1 s', started_at = now() WHERE id = $1`,
      [id, attempts],
    );
    return id;
  }
}

/** Something that a script waits for, opened by the test. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/** What a script that can be stopped does: nothing, until it is. */
export function untilStopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
  );
}
