import type { Job } from '@rollcall/contracts';
import { JobHandlers } from '../src/platform/jobs/job-handlers.js';
import { JobPace } from '../src/platform/jobs/job-pace.js';
import { Jobs } from '../src/platform/jobs/jobs.service.js';
import { EventStream } from './support/event-stream.js';
import { Rollcall } from './support/rollcall.js';
import { QuickJobPace, ScriptedJobHandlers } from './support/scripted-jobs.js';

describe('jobs', () => {
  const handlers = new ScriptedJobHandlers();
  let rollcall: Rollcall;
  beforeAll(async () => {
    rollcall = await Rollcall.start(
      {},
      {
        doubles: [
          [JobHandlers, handlers],
          [JobPace, new QuickJobPace()],
        ],
      },
    );
  });
  afterAll(() => rollcall.stop());

  it('runs and shows', async () => {
    handlers.script = async (_payload, { progress }) => {
      progress({ progress: 50, step: 1, steps: 2 });
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { n: 1 };
    };
    const id = await rollcall.app.get(Jobs).enqueue('test', 'gallery.index', {});
    const admin = await rollcall.admin();
    const stream = await EventStream.open(admin, `/jobs/${id}/stream`);
    let job: Job;
    do job = JSON.parse((await stream.next()).data);
    while (job.state !== 'completed');
    expect(job).toMatchObject({ progress: 100, step: 1, steps: 2, result: { n: 1 } });
  });
});
